require('dotenv').config();
const { z } = require('zod');

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  WIX_API_KEY: z.string().startsWith('IST.', 'WIX_API_KEY has to be a key of Account Settings > API Keys.'),
  WIX_SITE_ID: z.uuid(),
  MAIL_API_KEY: z.string().optional(),
});

module.exports = schema.parse(process.env);
