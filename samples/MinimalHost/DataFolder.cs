using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MinimalHost;

/// <summary>Where the host keeps what must outlive it: the database, the keys of its cookies and the key that signs. Setting: <c>DataFolder</c>.</summary>
internal sealed class DataFolder
{
    private readonly string _path;

    private DataFolder(string path)
    {
        _path = path;
    }

    public string Database => Path.Combine(_path, "inspection.db");

    public string Front => Path.Combine(_path, "front.db");

    /// <summary>The host's key for openings and records: made at the first start, readable by its owner only.</summary>
    public ECDsa SigningKey()
    {
        string path = Path.Combine(_path, "signing-key.pem");
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }

        // Written beside its place and moved there whole: a start that breaks off leaves no half key.
        string written = path + ".new";
        File.Delete(written);
        FileStreamOptions ownerOnly = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (StreamWriter file = new(written, ownerOnly))
        {
            file.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        File.Move(written, path);
        return key;
    }

    public static DataFolder Open(WebApplicationBuilder builder)
    {
        DataFolder folder = new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataFolder"] ?? "data"));
        DirectoryInfo keys = Directory.CreateDirectory(Path.Combine(folder._path, "keys"));
        builder.Services.AddDataProtection().SetApplicationName("RandomInspection").PersistKeysToFileSystem(keys);
        return folder;
    }
}
