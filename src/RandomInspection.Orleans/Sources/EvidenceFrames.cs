using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Ledger;

namespace RandomInspection.Orleans.Sources;

/// <summary>Ranges of frames that a host keeps as evidence: the source <c>evidence/digest/place-count</c>.</summary>
internal static class EvidenceFrames
{
    public const string Name = "evidence";

    public static string Source(string digest, int place, int count) => string.Create(CultureInfo.InvariantCulture, $"{Name}/{digest}/{place}-{count}");

    /// <summary>Reads one; the bytes are those of their digest, or it is not read.</summary>
    /// <exception cref="InputRefusedException">It is not there (RI9208).</exception>
    public static PartitionReading Open(IServiceProvider services, string rest)
    {
        string digest = rest[..Math.Max(rest.IndexOf('/', StringComparison.Ordinal), 0)];
        string[] range = rest[(digest.Length + 1)..].Split('-');
        byte[]? bytes = services.GetRequiredService<IEvidenceStore>().GetAsync(digest, CancellationToken.None).GetAwaiter().GetResult();
        if (bytes is null || Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest)
        {
            throw ClusterRefusals.SourceUnreadable.Refuse(("source", $"{Name}/{rest}"), ("detail", bytes is null ? "not there" : "not the bytes of its digest"));
        }

        Frame frame = FrameFile.Read(bytes);
        return new PartitionReading(
            new UnitFrameSource(FrameRanges.Part(frame, int.Parse(range[0], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(range[1], NumberStyles.None, CultureInfo.InvariantCulture))),
            isKept: true);
    }
}
