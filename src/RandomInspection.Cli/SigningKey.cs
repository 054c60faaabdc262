using System.Security.Cryptography;
using System.Text;
using RandomInspection.BouncyCastle;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>The private key of a signer in a file: P-256 or SM2, PEM, not encrypted.</summary>
internal static class SigningKey
{
    /// <summary>The names of the algorithms that <c>ri</c> signs with.</summary>
    public static string[] Algorithms { get; } = [EcdsaP256.Instance.Name, Sm2Sm3.Instance.Name];

    /// <summary>Makes a key of an algorithm and writes it to a new file.</summary>
    /// <returns>The public key.</returns>
    public static string Create(string path, string algorithm)
    {
        if (algorithm == EcdsaP256.Instance.Name)
        {
            return PrivateKey.Create(path);
        }

        OutputFile.WriteSecret(path, Encoding.ASCII.GetBytes(Sm2Signer.CreateKey()));
        return Sign(path, static signer => signer.Key);
    }

    /// <summary>What a file's key does.</summary>
    /// <exception cref="InputRefusedException">The file holds no such key (RI9123).</exception>
    public static T Sign<T>(string path, Func<ISigner, T> use)
    {
        string pem = Encoding.UTF8.GetString(InputFile.Read(path));
        if (Sm2Signer.TryParse(pem, out Sm2Signer? sm2))
        {
            return use(sm2);
        }

        using ECDsa key = ECDsa.Create();
        EcdsaP256Signer signer;
        try
        {
            key.ImportFromPem(pem);
            _ = key.ExportParameters(includePrivateParameters: true);
            signer = new EcdsaP256Signer(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or InputRefusedException)
        {
            throw CliRefusals.NotASigningKey.Refuse(("path", path));
        }

        return use(signer);
    }
}
