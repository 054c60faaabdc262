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
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        key.ImportFromPem(Secret("signing-key.pem", key.ExportPkcs8PrivateKeyPem));
        return key;
    }

    /// <summary>The key that seals what a cluster stores, unless the settings give one; made in the same way.</summary>
    public string StorageKey() => Secret("storage-key.txt", static () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))).Trim();

    /// <summary>A secret of this host, made where it is missing.</summary>
    private string Secret(string name, Func<string> make)
    {
        string path = Path.Combine(_path, name);
        if (!File.Exists(path))
        {
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
                file.WriteLine(make());
            }

            File.Move(written, path);
        }

        return File.ReadAllText(path);
    }

    public static DataFolder Open(WebApplicationBuilder builder)
    {
        DataFolder folder = new(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["DataFolder"] ?? "data"));
        DirectoryInfo keys = Directory.CreateDirectory(Path.Combine(folder._path, "keys"));
        builder.Services.AddDataProtection().SetApplicationName("RandomInspection").PersistKeysToFileSystem(keys);
        return folder;
    }
}
