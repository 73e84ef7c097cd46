/** A QR code as SVG, with the quiet margin around it that readers ask for: four dots (ISO/IEC 18004 §5.3.8). */
import type { JSX } from 'preact';
import qrcode from 'qrcode';

const QUIET = 4;

export function QrCode({ url, label }: { readonly url: string; readonly label: string }): JSX.Element {
  const { modules } = qrcode.create(url, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const whole = size + 2 * QUIET;
  const dots = Array.from(modules.data, (dark, index) => (dark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '')).join('');
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M${-QUIET} ${-QUIET}h${whole}v${whole}h-${whole}z`} />
      <path class="qr-ink" d={dots} />
    </svg>
  );
}
