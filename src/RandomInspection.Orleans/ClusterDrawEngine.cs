using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans;

/// <summary>The draw engine of a host whose draws run on its cluster: a frame is laid into a folder that the silos share, in partitions, and drawn from there.</summary>
/// <remarks>
/// Roots, proofs and expected counts are computed here, as by <see cref="DrawEngine"/>; a draw's bytes are the same too. Partitions are ranges of ids.
/// <see cref="Draw"/> waits for the cluster. Safe to share between threads.
/// </remarks>
/// <param name="draws">The cluster's draws.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="folder">The folder, as this host sees it.</param>
/// <param name="source">What the silos call it (<see cref="PartitionSources.AddFolder"/>).</param>
/// <param name="partitions">In how many partitions a frame is laid, 1 or more.</param>
/// <param name="progress">Is told how far every draw is.</param>
public sealed class ClusterDrawEngine(ClusterDraw draws, DrawHashes hashes, string folder, string source, int partitions, IProgress<ClusterProgress>? progress = null) : IDrawEngine
{
    private readonly DrawEngine _plain = new(hashes);

    /// <inheritdoc />
    public Digest Root(Frame frame, FrameKey key, string hash) => _plain.Root(frame, key, hash);

    /// <inheritdoc />
    public Digest Root(ImmutableArray<FramePartition> partitions, string hash) => _plain.Root(partitions, hash);

    /// <inheritdoc />
    public InclusionProof? Prove(Frame frame, FrameKey key, string hash, string id) => _plain.Prove(frame, key, hash, id);

    /// <inheritdoc />
    public ImmutableArray<CellExpectation> Expect(ImmutableArray<CellCount> cells, DrawDesign design) => _plain.Expect(cells, design);

    /// <inheritdoc />
    /// <exception cref="RefusalException">As for every engine, or the cluster does not give the draw (RI9204, RI9206).</exception>
    public DrawResult Draw(Frame frame, DrawDesign design, Seed seed, string hash)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(seed);
        _ = hashes[hash];
        _ = _plain.Expect(frame.Cells, design); // refused before anything is laid out
        return Task.Run(() => DrawAsync(frame, design, seed, hash)).GetAwaiter().GetResult();
    }

    private async Task<DrawResult> DrawAsync(Frame frame, DrawDesign design, Seed seed, string hash)
    {
        // Every call is a draw of its own on the cluster; what it selects depends on neither id nor key.
        FrameKey key = FrameKey.Of(RandomNumberGenerator.GetBytes(32));
        string draw = $"engine-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        ImmutableArray<FrameUnit>[] parts = FrameRanges.Split(frame, partitions);
        string[] files = [.. parts.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"{draw}-{place}.tsv"))];
        try
        {
            for (int place = 0; place < parts.Length; place++)
            {
                string text = string.Concat(parts[place].Select(unit => $"{unit}\n"));
                await File.WriteAllTextAsync(Path.Combine(folder, files[place]), text, new UTF8Encoding(false)).ConfigureAwait(false);
            }

            ClusterOrder order = new(parts.Select((_, place) => new ClusterPartition(place.ToString("000", CultureInfo.InvariantCulture), FrameRanges.RuleOf(parts, place), $"{source}/{files[place]}")), key, hash);
            PartitionedFrame frozen = await draws.FreezeAsync(draw, order, progress).ConfigureAwait(false);
            return await draws.DrawAsync(draw, frozen, design, seed, hash, progress).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(draw).ConfigureAwait(false);
            foreach (string file in files)
            {
                File.Delete(Path.Combine(folder, file));
            }
        }
    }

    /// <summary>Nothing of the draw stays; where nobody answers, the silos' own time ends it.</summary>
    private async Task EndAsync(string draw)
    {
        try
        {
            await draws.EndAsync(draw).ConfigureAwait(false);
        }
        catch (InputRefusedException refused) when (refused.Refusal.Code == ClusterRefusals.NoAnswer.Code)
        {
            // What failed before is what the caller is told.
        }
    }
}
