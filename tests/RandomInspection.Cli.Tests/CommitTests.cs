using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

public sealed class CommitTests : IDisposable
{
    private readonly Ri _ri = new();
    private readonly DrawVector _vector = DrawVector.Of("pub-small");

    [Fact]
    public void Commit_MakesAValue_WhoseCommitmentAnybodyCanRecompute()
    {
        RiRun first = Commit().Done(), second = Commit().Done();
        Assert.NotEqual(first["value"], second["value"]);
        string text = $"random-inspection-draw/1 commitment\n{_vector["openingDigest"]}\nparty-0\n{first["value"]}\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), first["commitment"]);
        Assert.Contains("secret until the reveal", first.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_ToAFile_KeepsTheValueOffTheScreen()
    {
        RiRun run = Commit("--value-file", _ri["value"]).Done();
        string value = File.ReadAllText(_ri["value"]).TrimEnd('\n');
        Assert.DoesNotContain(value, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Output, Commit("--value-from", _ri["value"]).Done().Output);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["value"]));
        }

        Commit("--value-file", _ri["value"]).Refused("RI9107", "value");
        Assert.Equal(value + "\n", File.ReadAllText(_ri["value"]));
    }

    [Fact]
    public void Commit_WithKey_SignsWhatTheOpeningsKeyVerifies()
    {
        string key = Ri.Run("key", "new", "--out", _ri["key.pem"]).Done().Output.TrimEnd('\n');
        string text = File.ReadAllText(_vector.Opening).Replace("\"role\":\"drawing\"", $"\"role\":\"drawing\",\"key\":\"{key}\"", StringComparison.Ordinal);
        string opening = _ri.Write("opening.json", text);
        RiRun run = Ri.Run("commit", "--opening", opening, "--party", "party-0", "--key-file", _ri["key.pem"]).Done();
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.True(PartySignature.Verify(key, $"random-inspection-draw/1 commitment signature\n{digest}\nparty-0\n{run["commitment"]}\n", run["signature"]));

        RiRun unsigned = Ri.Run("commit", "--opening", opening, "--party", "party-0").Done();
        Assert.Contains("must be signed", unsigned.Error, StringComparison.Ordinal);
        Ri.Run("key", "new", "--out", _ri["other.pem"]).Done();
        Ri.Run("commit", "--opening", opening, "--party", "party-0", "--key-file", _ri["other.pem"]).Refused("RI9112", key);
    }

    [Fact]
    public void KeyNew_NeverReplacesAFile()
    {
        Ri.Run("key", "new", "--out", _ri["key.pem"]).Done();
        byte[] key = File.ReadAllBytes(_ri["key.pem"]);
        Ri.Run("key", "new", "--out", _ri["key.pem"]).Refused("RI9107");
        Assert.Equal(key, File.ReadAllBytes(_ri["key.pem"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["key.pem"]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n")]
    public void Commit_FileThatIsNoKey_IsRefused(string pem) =>
        Commit("--key-file", _ri.Write("key.pem", pem)).Refused("RI9111", "key.pem");

    [Fact]
    public void Commit_KeyOfAnotherCurve_IsRefused()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Commit("--key-file", _ri.Write("key.pem", key.ExportPkcs8PrivateKeyPem())).Refused("RI9111");
        Commit("--key-file", _ri.Write("key.pem", key.ExportSubjectPublicKeyInfoPem())).Refused("RI9111");
    }

    [Theory]
    [InlineData("")]
    [InlineData("2E82461F91D0F8B330A21BE4F4B80BAA48F907F78293748A622AF2C559036961")]
    [InlineData("2e82")]
    public void Commit_FileThatIsNoValue_IsRefused(string value) =>
        Commit("--value-from", _ri.Write("value", value)).Refused("RI9113");

    [Theory]
    [InlineData("RI1306", "nobody")]
    [InlineData("RI1307", "lottery-3d-2026312")]
    public void Commit_PartyThatCannotCommit_IsRefused(string code, string party) =>
        Ri.Run("commit", "--opening", _vector.Opening, "--party", party, "--value-file", _ri["value"]).Refused(code, party);

    [Theory]
    [InlineData("RI9110", "party-0")]
    [InlineData("RI9110", "party-0:committed")]
    [InlineData("RI9110", ":committed:00")]
    [InlineData("RI9110", "party-0:Committed:00")]
    [InlineData("RI1306", "nobody:committed:2e82461f91d0f8b330a21be4f4b80baa48f907f78293748a622af2c559036961")]
    [InlineData("RI1307", "party-0:public:00")]
    [InlineData("RI1308", "party-0:committed:2E82461F91D0F8B330A21BE4F4B80BAA48F907F78293748A622AF2C559036961")]
    [InlineData("RI1308", "lottery-3d-2026312:public:")]
    [InlineData("RI1309", "lottery-3d-2026312:public:00", "lottery-3d-2026312:public:00")]
    public void Seed_BadContribution_IsRefused(string code, params string[] contributions) =>
        Ri.Run(["seed", "--opening", _vector.Opening, "--contribution", .. contributions]).Refused(code);

    [Fact]
    public void Seed_StruckParty_IsNamed()
    {
        RiRun run = Ri.Run("seed", "--opening", _vector.Opening, "--contribution", "lottery-3d-2026312:public:3420302037").Done();
        Assert.Contains("party-0, party-1", run.Error, StringComparison.Ordinal);
        Assert.Contains("operator", run.Error, StringComparison.Ordinal);
        Assert.Equal(65, run.Output.Length);
    }

    [Theory]
    [InlineData("RI1201", "nothing")]
    [InlineData("RI1303", """{"specification":"random-inspection-draw/2"}""")]
    [InlineData("RI1203", """{"specification":"random-inspection-draw/1"}""")]
    public void Seed_BadOpening_IsRefused(string code, string opening) =>
        Ri.Run("seed", "--opening", _ri.Write("opening.json", opening), "--contribution", "a:public:00").Refused(code);

    [Fact]
    public void Seed_OpeningOfAHashNotKnown_IsRefused()
    {
        string opening = _ri.Write("opening.json", File.ReadAllText(_vector.Opening).Replace("sha-256", "md5", StringComparison.Ordinal));
        Ri.Run("seed", "--opening", opening, "--contribution", "lottery-3d-2026312:public:00").Refused("RI1302", "md5", "sha-256, sm3");
    }

    public void Dispose() => _ri.Dispose();

    private RiRun Commit(params string[] options) => Ri.Run(["commit", "--opening", _vector.Opening, "--party", "party-0", .. options]);
}
