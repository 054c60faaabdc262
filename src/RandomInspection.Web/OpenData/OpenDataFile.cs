using NodaTime;

namespace RandomInspection.Web.OpenData;

/// <summary>A file of open data as it stands now.</summary>
/// <param name="Path">Where its bytes are kept on the host.</param>
/// <param name="Digest">Its SHA-256 in hex.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Rows">Its rows, the header not counted.</param>
/// <param name="LastChange">The newest moment in it; <see langword="null"/> if it has none.</param>
internal sealed record OpenDataFile(string Path, string Digest, long Length, long Rows, Instant? LastChange)
{
    /// <summary>The name under which it is downloaded.</summary>
    /// <param name="set">The set.</param>
    /// <param name="format">The form.</param>
    public static string NameOf(OpenDataset set, DataFormat format) => $"{set.Id}.{(format == DataFormat.Csv ? "csv" : "json")}";
}
