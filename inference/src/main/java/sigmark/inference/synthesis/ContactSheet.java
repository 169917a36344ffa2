package sigmark.inference.synthesis;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;

/** Many small pictures on one sheet, to see at a glance what the synthesis makes. */
public final class ContactSheet {
    private static final int GAP = 12;
    private static final Color GROUND = new Color(0x8A, 0x90, 0x99);
    private static final Color INLINE = new Color(0x1F, 0x6F, 0xD6);
    private static final Color DISPLAY = new Color(0xC2, 0x4A, 0x1A);

    private ContactSheet() {}

    /** Pages with the boxes of their formulas, in rows of so many. */
    public static BufferedImage ofPages(List<InkPage> pages, int columns, int cellWidth) {
        List<BufferedImage> cells = pages.stream().map(ContactSheet::withBoxes).toList();
        return sheet(cells, columns, cellWidth, cellWidth * 297 / 210);
    }

    /** Crops as they are, in rows of so many. */
    public static BufferedImage ofCrops(List<PixelImage> crops, int columns, int cellWidth, int cellHeight) {
        return sheet(crops.stream().map(PixelImage::toBufferedImage).toList(), columns, cellWidth, cellHeight);
    }

    private static BufferedImage sheet(List<BufferedImage> pictures, int columns, int cellWidth, int cellHeight) {
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                columns * (cellWidth + GAP) + GAP, rows * (cellHeight + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            for (int i = 0; i < pictures.size(); i++) {
                BufferedImage small = reduced(pictures.get(i), cellWidth, cellHeight);
                int left = GAP + i % columns * (cellWidth + GAP) + (cellWidth - small.getWidth()) / 2;
                int top = GAP + i / columns * (cellHeight + GAP) + (cellHeight - small.getHeight()) / 2;
                graphics.drawImage(small, left, top, null);
            }
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    /** Fits into the cell; halved again and again, so that thin ink does not vanish. Never enlarged. */
    private static BufferedImage reduced(BufferedImage picture, int width, int height) {
        double scale =
                Math.min(1, Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight()));
        int targetWidth = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int targetHeight = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage current = picture;
        while (current.getWidth() > targetWidth || current.getHeight() > targetHeight) {
            current = scaled(
                    current,
                    Math.max(targetWidth, current.getWidth() / 2),
                    Math.max(targetHeight, current.getHeight() / 2));
        }
        return current;
    }

    private static BufferedImage scaled(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(from, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return to;
    }

    private static BufferedImage withBoxes(InkPage page) {
        BufferedImage copy = scaled(
                page.image().toBufferedImage(),
                page.image().width(),
                page.image().height());
        Graphics2D graphics = copy.createGraphics();
        try {
            graphics.setStroke(new BasicStroke(Math.max(1, copy.getWidth() / 500f)));
            for (DrawnFormula formula : page.formulas()) {
                Box box = formula.box();
                graphics.setColor(formula.kind() == FormulaKind.DISPLAY ? DISPLAY : INLINE);
                graphics.drawRect(
                        (int) box.left() - 2, (int) box.top() - 2, (int) box.width() + 4, (int) box.height() + 4);
            }
        } finally {
            graphics.dispose();
        }
        return copy;
    }
}
