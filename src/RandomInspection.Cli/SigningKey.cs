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
        byte[] pem = InputFile.Read(path);
        return Sm2Signer.TryParse(Encoding.UTF8.GetString(pem), out Sm2Signer? sm2)
            ? use(sm2)
            : PrivateKey.Read(path, pem, CliRefusals.NotASigningKey, (_, signer) => use(signer));
    }
}
