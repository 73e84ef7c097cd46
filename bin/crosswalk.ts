/** Reads which stage is meant and creates its stacks. `-c stage=prod`; see `lib/stages.ts`. */
import { App } from 'aws-cdk-lib';
import { crosswalk } from '#lib/crosswalk.ts';
import { stageNamed } from '#lib/stages.ts';

const app = new App();
crosswalk(app, stageNamed(app.node.tryGetContext('stage') ?? 'local', app.node.tryGetContext('siteUrl')));
app.synth();
