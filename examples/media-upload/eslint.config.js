import { defineConfig } from 'eslint/config';
import wixKeys from 'eslint-plugin-wix-keys';

export default defineConfig([wixKeys.configs.recommended]);
