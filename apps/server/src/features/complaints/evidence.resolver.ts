import { createHash } from 'node:crypto';
import type { CommandInput, Refusal } from '@huiyin/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { FileStore } from '../../files/file-store.ts';
import { type RequestContext, tenantActor } from '../../graphql/actor-context.ts';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.ts';
import { userErrors } from '../../graphql/user-error.ts';
import { VERSION } from '../../graphql/version.ts';
import type { ComplaintMutations } from './complaint-mutations.ts';
import { type Payload, payloadType } from './payload.ts';

const AddEvidencePayload = payloadType('complaintAddEvidence');
const LONGEST_STATEMENT = 100_000;

@InputType({ description: 'Adds an uploaded file, or a statement in words, as evidence.' })
export class ComplaintAddEvidenceInput {
  @Field(() => ID, { description: 'Global id of the complaint.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: VERSION,
  })
  version?: number | null;

  @Field(() => String, {
    nullable: true,
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey?: string | null;

  @Field(() => String, { description: 'What it shows.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Hex SHA-256 that `POST /files` answered with; absent for a statement.',
  })
  file?: string | null;

  @Field(() => String, { nullable: true, description: 'The words of a statement; absent for a file.' })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the item in whose place it stands.' })
  supersedes?: string | null;
}

/** Evidence: files by what they hold, statements by their words. */
@Resolver()
export class EvidenceResolver {
  readonly #files: FileStore;
  readonly #mutations: ComplaintMutations;

  constructor(options: { readonly files: FileStore; readonly mutations: ComplaintMutations }) {
    this.#files = options.files;
    this.#mutations = options.mutations;
  }

  @Mutation(() => AddEvidencePayload, {
    description: 'Adds an uploaded file or a statement; an item is never altered, only superseded.',
  })
  async complaintAddEvidence(
    @Arg('input', () => ComplaintAddEvidenceInput, { description: 'What is added.' })
    input: ComplaintAddEvidenceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    const evidence = await this.#evidenceOf(input, context);
    if ('code' in evidence) {
      return { complaint: null, userErrors: userErrors([evidence], context.request.locale) };
    }
    return this.#mutations.execute({
      base: input,
      command: { ...evidence, type: 'ADD_EVIDENCE' },
      context,
      info,
    });
  }

  /** The command's input, or why there is none. A file of another organisation is as little known as none. */
  async #evidenceOf(
    input: ComplaintAddEvidenceInput,
    context: RequestContext,
  ): Promise<CommandInput<'ADD_EVIDENCE'> | Refusal> {
    const { title, file, text, supersedes } = input;
    const replaced = supersedes ? { supersedes } : {};
    if (file) {
      const stored = /^[0-9a-f]{64}$/.test(file)
        ? await this.#files.find(tenantActor(context), file)
        : undefined;
      if (!stored) return { ...NO_SUCH_FILE, field: 'file' };
      const { sha256, mediaType, bytes } = stored;
      return { kind: 'FILE', title, sha256, mediaType, bytes, ...replaced };
    }
    const words = text?.trim() ?? '';
    if (words === '') return { ...NOTHING_GIVEN, field: 'text' };
    if (words.length > LONGEST_STATEMENT) return { ...TOO_LONG, field: 'text' };
    const sha256 = createHash('sha256').update(words).digest('hex');
    return { kind: 'STATEMENT', title, sha256, text: words, ...replaced };
  }
}

const NO_SUCH_FILE: Refusal = {
  code: 'NOT_FOUND',
  message: { zh: '没有找到该文件。请先上传。', en: 'There is no such file. Upload it first.' },
};
const NOTHING_GIVEN: Refusal = {
  code: 'REQUIRED',
  message: { zh: '请上传文件，或填写陈述内容。', en: 'Give an uploaded file, or the words of a statement.' },
};
const TOO_LONG: Refusal = {
  code: 'INVALID',
  message: {
    zh: `陈述不得超过 ${LONGEST_STATEMENT} 字。`,
    en: `A statement has at most ${LONGEST_STATEMENT} characters.`,
  },
};
