import { type ReactNode, use } from 'react';
import { InputBlock } from '../fields/input-block.tsx';
import { BlockId } from './act-context.ts';
import { ElementView } from './element-view.tsx';
import { HeadingLevel } from './heading-level.ts';
import { RichTextView } from './rich-text-view.tsx';
import { type Block, type BlockOf, type Element, isBlock } from './slack-block.ts';
import { plainText, TextView } from './text-view.tsx';
import { Unknown } from './unknown.tsx';

/** One block of a message or view. A kind this page cannot draw is named, never dropped. */
export function BlockView({ block }: { block: unknown }): ReactNode {
  if (!isBlock(block)) return <Unknown kind="block" type={String(block)} />;
  return <BlockId value={block.block_id}>{drawBlock(block)}</BlockId>;
}

function drawBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'section':
      return <SectionView block={block} />;
    case 'header':
      return <HeaderView block={block} />;
    case 'divider':
      return <hr className="block-divider" />;
    case 'image':
      return <ImageView block={block} />;
    case 'context':
      return <ElementRow className="block-context" elements={block.elements} />;
    case 'actions':
      return <ElementRow className="block-actions" elements={block.elements} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'rich_text':
      return <RichTextView block={block} />;
    default:
      return <Unknown kind="block" type={block.type} />;
  }
}

function HeaderView({ block }: { block: BlockOf<'header'> }): ReactNode {
  const Heading = `h${use(HeadingLevel)}` as const;
  return <Heading className="block-header">{plainText(block.text)}</Heading>;
}

function SectionView({ block }: { block: BlockOf<'section'> }): ReactNode {
  return (
    <div className="block-section">
      <div className="block-section-words">
        {block.text && <TextView text={block.text} />}
        {block.fields && (
          <div className="block-fields">
            {block.fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no names
              <div key={index}>
                <TextView text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && <ElementView element={block.accessory} />}
    </div>
  );
}

function ImageView({ block }: { block: BlockOf<'image'> }): ReactNode {
  return (
    <figure className="block-image">
      {block.title && <figcaption>{plainText(block.title)}</figcaption>}
      {'image_url' in block && <img src={block.image_url} alt={block.alt_text} />}
    </figure>
  );
}

function ElementRow({ className, elements }: { className: string; elements: readonly Element[] }): ReactNode {
  return (
    <div className={className}>
      {elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an element keeps its place, and context texts have no names
        <ElementView key={index} element={element} />
      ))}
    </div>
  );
}
