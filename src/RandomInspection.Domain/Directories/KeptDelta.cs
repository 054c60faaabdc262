using System.Collections.Immutable;
using System.IO.Compression;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>What is kept of a merge in the evidence store, so that the directory's state at any version can be recomputed: canonical lines, compressed, in parts.</summary>
/// <remarks>
/// Of subjects the lines themselves are kept. Of inspectors only <c>["id","leaf hash"]</c>: enough to prove the directory, and nothing of a
/// person. A part is Brotli (RFC 7932) of lines that each end with <c>\n</c>; a line contains none, because JSON escapes it.
/// </remarks>
public static class KeptDelta
{
    /// <summary>Lines of a part: some ten megabytes before, two or three after compression.</summary>
    private const int LinesOfPart = 65_536;

    /// <summary>Keeps lines in the evidence store.</summary>
    /// <param name="evidence">The store.</param>
    /// <param name="lines">The lines, in the order of ids.</param>
    /// <param name="cancellation">Cancels between two parts.</param>
    /// <returns>The parts' SHA-256, in order; none if nothing changed.</returns>
    public static async Task<ImmutableArray<string>> KeepAsync(IEvidenceStore evidence, IEnumerable<byte[]> lines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(lines);
        ImmutableArray<string>.Builder parts = ImmutableArray.CreateBuilder<string>();
        foreach (byte[][] some in lines.Chunk(LinesOfPart))
        {
            parts.Add(await evidence.PutAsync(Pack(some), cancellation));
        }

        return parts.DrainToImmutable();
    }

    /// <summary>The lines of a part.</summary>
    /// <param name="part">A part as it was kept.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static IEnumerable<byte[]> Lines(byte[] part)
    {
        ArgumentNullException.ThrowIfNull(part);
        byte[] text = Unpack(part);
        for (int from = 0; from < text.Length;)
        {
            int length = text.AsSpan(from).IndexOf((byte)'\n');
            if (length < 0)
            {
                throw new InvalidDataException("The last line does not end.");
            }

            yield return text[from..(from + length)];
            from += length + 1;
        }
    }

    private static byte[] Pack(byte[][] lines)
    {
        using MemoryStream packed = new();
        using (BrotliStream brotli = new(packed, CompressionLevel.Fastest))
        {
            foreach (byte[] line in lines)
            {
                brotli.Write(line);
                brotli.WriteByte((byte)'\n');
            }
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] part)
    {
        using BrotliStream brotli = new(new MemoryStream(part), CompressionMode.Decompress);
        using MemoryStream text = new();
        try
        {
            brotli.CopyTo(text);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"It is not a part of a merge: {e.Message}", e);
        }

        return text.ToArray();
    }
}
