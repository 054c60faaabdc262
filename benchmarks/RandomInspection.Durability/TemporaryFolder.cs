namespace RandomInspection.Durability;

/// <summary>A folder that is removed with what is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("ri-crash-").FullName;

    /// <summary>How to connect to the SQLite file in it.</summary>
    public string Database => $"Data Source={Path.Combine(_path, "inspection.db")}";

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
