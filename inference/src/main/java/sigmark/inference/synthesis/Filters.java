package sigmark.inference.synthesis;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sigmark.inference.page.PixelImage;

/** What optics, sensors and files do to pixels. */
final class Filters {
    private Filters() {}

    /** The colour between pixel centres, bilinear; outside, the nearest. */
    static int sample(PixelImage image, double x, double y) {
        int x0 = Math.max(0, Math.min(image.width() - 1, (int) Math.floor(x)));
        int y0 = Math.max(0, Math.min(image.height() - 1, (int) Math.floor(y)));
        int x1 = Math.min(image.width() - 1, x0 + 1);
        int y1 = Math.min(image.height() - 1, y0 + 1);
        int fx = (int) (Math.max(0, Math.min(1, x - x0)) * 256);
        int fy = (int) (Math.max(0, Math.min(1, y - y0)) * 256);
        int[] pixels = image.pixels();
        int a = pixels[y0 * image.width() + x0];
        int b = pixels[y0 * image.width() + x1];
        int c = pixels[y1 * image.width() + x0];
        int d = pixels[y1 * image.width() + x1];
        if (a == b && b == c && c == d) {
            return a & 0xFFFFFF;
        }
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int top = (a >> shift & 0xFF) * (256 - fx) + (b >> shift & 0xFF) * fx;
            int bottom = (c >> shift & 0xFF) * (256 - fx) + (d >> shift & 0xFF) * fx;
            result |= (top * (256 - fy) + bottom * fy) >> 16 << shift;
        }
        return result;
    }

    /** Waves of light and colour where a camera's raster beats with a screen's: two slightly bent gratings. */
    static void moire(float[][] channels, int width, int height, double strength, RandomGenerator random) {
        double wave = 2 * Math.PI / (9 + 40 * random.nextDouble());
        double angle = random.nextDouble() * Math.PI;
        double bend = 0.5 + 2 * random.nextDouble();
        for (int c = 0; c < channels.length; c++) {
            double shift = c * (0.5 + random.nextDouble());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double along = x * Math.cos(angle) + y * Math.sin(angle);
                    double across = (y * Math.cos(angle) - x * Math.sin(angle)) / height;
                    double beat = Math.sin(along * wave + bend * Math.sin(3 * across) + shift);
                    float value = (float) (channels[c][y * width + x] * (1 + 0.12 * strength * beat));
                    channels[c][y * width + x] = Math.min(255, value);
                }
            }
        }
    }

    /** Gaussian blur in place; nothing happens below 0.2 pixels. */
    static void blur(float[] channel, int width, int height, double sigma) {
        if (sigma < 0.2) {
            return;
        }
        int radius = (int) Math.ceil(sigma * 2.5);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        float[] across = new float[channel.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = 0;
                for (int i = -radius; i <= radius; i++) {
                    value += kernel[i + radius] * channel[y * width + Math.max(0, Math.min(width - 1, x + i))];
                }
                across[y * width + x] = value;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = 0;
                for (int i = -radius; i <= radius; i++) {
                    value += kernel[i + radius] * across[Math.max(0, Math.min(height - 1, y + i)) * width + x];
                }
                channel[y * width + x] = value;
            }
        }
    }

    /** Puts the channels together with noise of that deviation, most of it alike in all three. */
    static PixelImage noisy(float[][] channels, int width, int height, double deviation, RandomGenerator random) {
        int[] pixels = new int[width * height];
        float[] table = new float[4096];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (random.nextGaussian() * deviation);
        }
        for (int i = 0; i < pixels.length; i++) {
            int draw = random.nextInt();
            float grey = table[draw & 4095];
            int pixel = 0xFF;
            for (int c = 0; c < 3; c++) {
                float own = table[draw >>> (8 + 4 * c) & 4095] * 0.4f;
                pixel = pixel << 8 | Math.max(0, Math.min(255, Math.round(channels[c][i] + grey + own)));
            }
            pixels[i] = pixel;
        }
        return new PixelImage(width, height, pixels);
    }

    /** Through a JPEG file and back. */
    static PixelImage jpeg(PixelImage image, float quality) {
        try {
            byte[] file = encode(image, quality);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            return PixelImage.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG file, quality 0 to 1, written by the JDK's own encoder. */
    static byte[] encode(PixelImage image, float quality) throws IOException {
        ImageWriter writer = jdkWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image.toBufferedImage(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter last = writers.next();
        while (writers.hasNext() && !last.getClass().getName().startsWith("com.sun.imageio")) {
            last = writers.next();
        }
        return last;
    }
}
