using Microsoft.AspNetCore.DataProtection;

namespace MinimalHost;

/// <summary>Where the host keeps what must outlive it: the database and the keys of its cookies. Setting: <c>DataFolder</c>.</summary>
internal sealed class DataFolder
{
    private readonly string _path;

    private DataFolder(string path)
    {
        _path = path;
    }

    public string Database => Path.Combine(_path, "inspection.db");

    public static DataFolder Open(WebApplicationBuilder builder)
    {
        DataFolder folder = new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataFolder"] ?? "data"));
        DirectoryInfo keys = Directory.CreateDirectory(Path.Combine(folder._path, "keys"));
        builder.Services.AddDataProtection().SetApplicationName("RandomInspection").PersistKeysToFileSystem(keys);
        return folder;
    }
}
