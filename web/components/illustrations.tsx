/** Pictures of what campaigns are for. Decoration: nothing in them that the words don't say. */
import type { JSX } from 'preact';
import type { Illustration as Name } from '#contracts/resources/campaign.ts';

const DRAWN: Record<Name, JSX.Element> = {
  playground: (
    <>
      <path class="c-roof" d="M60 150 96 56h128l36 94M96 56l-36 94M224 56" />
      <path class="c-roof" d="M128 56v60M152 56v60M182 56v74M206 56v74" />
      <path class="c-home" d="M120 116h40v8h-40zM174 130h40v8h-40z" />
      <path class="c-school" d="M284 150V84h34v66zM278 84l23-24 23 24z" />
      <path class="c-flag" d="M318 92q54 6 74 58h-16q-16-38-58-42z" />
    </>
  ),
  uniforms: (
    <>
      <path class="c-school" d="M88 66l34-18q14 14 28 0l34 18-12 34-16-6v64h-40V94l-16 6z" />
      <path class="c-flag" d="M228 66l34-18q14 14 28 0l34 18-12 34-16-6v64h-40V94l-16 6z" />
      <path class="c-roof" d="M118 100l18 14 18-14M118 114l18 14 18-14M268 100v34M282 100v34" />
      <circle class="c-sun" cx="370" cy="128" r="26" />
      <path class="c-roof" d="M352 110q18 18 36 36M388 110q-18 18-36 36" />
    </>
  ),
  books: (
    <>
      <path class="c-home" d="M96 60q40-16 74 4v92q-34-20-74-4z" />
      <path class="c-home" d="M244 60q-40-16-74 4v92q34-20 74-4z" />
      <path class="c-roof" d="M112 82q24-8 42 2M112 102q24-8 42 2M228 82q-24-8-42 2M228 102q-24-8-42 2" />
      <path class="c-school" d="M284 60h26v96h-26z" />
      <path class="c-flag" d="M314 74h22v82h-22z" />
      <path class="c-sun" d="M344 70l22-6 22 88-22 6z" />
    </>
  ),
  school: (
    <>
      <path class="c-school" d="M150 156V90h160v66zM204 90V50h52v40z" />
      <path class="c-roof" d="M190 54l40-30 40 30M230 26V8" />
      <path class="c-flag" d="M231 8h24l-7 8 7 8h-24z" />
      <path class="c-door" d="M218 156v-36h24v36zM166 106h22v20h-22zM272 106h22v20h-22z" />
    </>
  ),
};

export function Illustration({ name }: { readonly name: Name }): JSX.Element {
  return (
    <svg class="picture" viewBox="0 0 460 190" aria-hidden="true">
      <circle class="c-sun" cx="416" cy="44" r="24" />
      <path class="c-hill" d="M0 150q90-60 200-24t260-18v82H0z" />
      {DRAWN[name]}
      <path class="c-road" d="M0 156h460v34H0z" />
      <path
        class="c-stripe"
        d="M40 164h34l-10 18H28zM120 164h34l-8 18h-36zM200 164h34l-4 18h-36zM280 164h34l2 18h-36zM360 164h34l6 18h-36z"
      />
    </svg>
  );
}
