using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>A party's private key in a file: P-256, PEM (PKCS #8), not encrypted, readable by its owner only.</summary>
internal static class PrivateKey
{
    /// <summary>Makes a key and writes it to a new file.</summary>
    /// <returns>The public key as it stands in openings.</returns>
    public static string Create(string path)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        OutputFile.WriteSecret(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        return PartySignature.PublicKey(key);
    }

    /// <summary>What a party's key in a file does.</summary>
    /// <exception cref="InputRefusedException">The file is no such key (RI9111).</exception>
    public static T With<T>(string path, Func<ISigner, T> use) => Read(path, InputFile.Read(path), CliRefusals.NotAKey, (_, signer) => use(signer));

    /// <summary>What the P-256 key in a file's bytes does.</summary>
    /// <exception cref="InputRefusedException">They are no such key: that refusal.</exception>
    public static T Read<T>(string path, byte[] pem, RefusalDefinition notAKey, Func<ECDsa, ISigner, T> use)
    {
        using ECDsa key = ECDsa.Create();
        EcdsaP256Signer signer;
        try
        {
            key.ImportFromPem(Encoding.UTF8.GetString(pem));
            _ = key.ExportParameters(includePrivateParameters: true);
            signer = new EcdsaP256Signer(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or InputRefusedException)
        {
            throw notAKey.Refuse(("path", path));
        }

        return use(key, signer);
    }

    /// <summary>A party's signature of its commitment.</summary>
    /// <exception cref="InputRefusedException">The file is no such key (RI9111), or the key is not the party's in the opening (RI9112).</exception>
    public static string Sign(string path, OpeningParty party, string text) => Read(path, InputFile.Read(path), CliRefusals.NotAKey, (key, signer) => signer.Key == party.Key
        ? PartySignature.Sign(key, Encoding.UTF8.GetBytes(text))
        : throw CliRefusals.KeyMismatch.Refuse(("party", party.Party), ("expected", party.Key ?? "–"), ("key", signer.Key)));
}
