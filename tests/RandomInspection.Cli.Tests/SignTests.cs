using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary><c>ri sign</c>, and what <c>ri verify</c> makes of its signatures.</summary>
public sealed class SignTests : IDisposable
{
    private const string Record = "match.public.json";
    private readonly Ri _ri = new();
    private readonly string _record = Path.Combine(RepositoryFiles.Vectors, "records", Record);

    public static TheoryData<string> Algorithms => ["ecdsa-p256-sha256", "sm2-sm3"];

    private string Opening => _ri.Write("opening.json", RecordDocument.Read(File.ReadAllBytes(_record)).OpeningText);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Sign_RecordAndOpening_VerifiesWithTheirKey(string algorithm)
    {
        string key = NewKey("key.pem", algorithm);
        Assert.Equal(key + "\n", Ri.Run("sign", _record, "--key-file", _ri["key.pem"], "--out", _ri["record.sig.json"]).Done().Output);
        Assert.Equal(key + "\n", Ri.Run("sign", Opening, "--key-file", _ri["key.pem"], "--out", _ri["opening.sig.json"]).Done().Output);
        Assert.Equal(algorithm, DetachedSignature.Parse(File.ReadAllBytes(_ri["record.sig.json"])).Algorithm);

        RiRun run = Ri.Run("verify", _record, "--signature", _ri["record.sig.json"], "--opening-signature", _ri["opening.sig.json"], "--signed-by", key).Done();
        Assert.Contains($"✓ the signature of the record by {key}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"✓ the signature of the opening by {key}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("must be known from elsewhere", Ri.Run("verify", _record, "--signature", _ri["record.sig.json"]).Done().Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Verify_OtherKeyOtherDocumentOrNoSignature_DoesNotVerify(string algorithm)
    {
        string key = NewKey("key.pem", algorithm), other = NewKey("other.pem", algorithm);
        Ri.Run("sign", _record, "--key-file", _ri["key.pem"], "--out", _ri["record.sig.json"]).Done();
        Assert.Equal(1, Ri.Run("verify", _record, "--signature", _ri["record.sig.json"], "--signed-by", other).Code);
        Ri.Run("verify", _record, "--signature", _ri["record.sig.json"], "--signed-by", other, "--signed-by", key).Done();
        Assert.Equal(1, Ri.Run("verify", _record, "--opening-signature", _ri["record.sig.json"]).Code);
        RiRun none = Ri.Run("verify", _record, "--signed-by", key);
        Assert.Equal(1, none.Code);
        Assert.Contains("there is no signature", none.Output, StringComparison.Ordinal);
        Assert.Equal(1, Ri.Run("verify", Path.Combine(RepositoryFiles.Vectors, "records", "match.auditor.json"), "--signature", _ri["record.sig.json"]).Code);
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("sm2")]
    public void Verify_SampleSignedByOpenSsl_Verifies(string kind)
    {
        string folder = Path.GetDirectoryName(_record)!;
        string signature = Path.Combine(folder, $"match.public.{kind}.sig.json");
        RiRun run = Ri.Run("verify", _record, "--signature", signature, "--opening-signature", Path.Combine(folder, $"match.opening.{kind}.sig.json")).Done();
        Assert.Contains($"✓ the signature of the record by {kind}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"✓ the signature of the opening by {kind}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_KeyOfAnotherKindOrNone_Refused()
    {
        using ECDsa p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using ECDsa p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (string text in (string[])["", "no key", p384.ExportPkcs8PrivateKeyPem(), p256.ExportSubjectPublicKeyInfoPem()])
        {
            Ri.Run("sign", _record, "--key-file", _ri.Write("key.pem", text), "--out", _ri["out.json"]).Refused("RI9123", "key.pem");
        }

        Assert.DoesNotContain("out.json", _ri.Files);
        Ri.Run("sign", _record, "--key-file", _ri["none.pem"], "--out", _ri["out.json"]).Refused("RI9102", "none.pem");
    }

    [Fact]
    public void Sign_WhatIsNeitherRecordNorOpening_Refused()
    {
        NewKey("key.pem", "ecdsa-p256-sha256");
        Ri.Run("sign", _ri.Write("other.json", "{}"), "--key-file", _ri["key.pem"], "--out", _ri["out.json"]).RefusedLike("RI120");
        Ri.Run("sign", _record, "--key-file", _ri["key.pem"], "--out", _ri["key.pem"]).Refused("RI9105", "key.pem");
    }

    [Fact]
    public void Verify_SignedByThatIsNoKey_Refused() => Ri.Run("verify", _record, "--signed-by", "ecdsa-p256:AAAA").Refused("RI1341", "ecdsa-p256:AAAA");

    [Fact]
    public void KeyNew_Sm2_NeverReplacesAFile()
    {
        Assert.StartsWith("sm2:", NewKey("key.pem", "sm2-sm3"), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(_ri["key.pem"], Encoding.ASCII), StringComparison.Ordinal);
        Ri.Run("key", "new", "--out", _ri["key.pem"], "--algorithm", "sm2-sm3").Refused("RI9107", "key.pem");
        Ri.Run("key", "new", "--out", _ri["x.pem"], "--algorithm", "rsa").Refused("RI9101", "rsa");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["key.pem"]));
        }
    }

    public void Dispose() => _ri.Dispose();

    private string NewKey(string name, string algorithm) => Ri.Run("key", "new", "--out", _ri[name], "--algorithm", algorithm).Done().Output.TrimEnd('\n');
}
