using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary><c>ri contribute</c>: the values of one secret, committed to at once and given away when nobody can choose theirs any more.</summary>
public sealed class ContributeTests : IDisposable
{
    private readonly Ri _ri = new();
    private readonly string _opening, _key;

    public ContributeTests()
    {
        _key = Ri.Run("key", "new", "--out", _ri["key.pem"]).Done().Output.TrimEnd('\n');
        Ri.Run("contribute", "new", "--secret", _ri["secret"]).Done();
        _opening = Opening("D2026-0001");
    }

    [Fact]
    public void New_SecretOnlyItsOwnerMayRead_NeverReplaced()
    {
        string secret = File.ReadAllText(_ri["secret"]);
        Assert.Matches("^[0-9a-f]{64}\n$", secret);
        Ri.Run("contribute", "new", "--secret", _ri["secret"]).Refused("RI9107");
        Assert.Equal(secret, File.ReadAllText(_ri["secret"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["secret"]));
        }
    }

    [Fact]
    public void CommitAndReveal_InTheirOrder_TheValueThatWasCommittedTo()
    {
        RiRun committed = Run("commit", _opening).Done();
        Assert.Equal(committed["commitment"], Run("commit", _opening).Done()["commitment"]);
        Assert.NotEqual(committed["commitment"], Run("commit", Opening("D2026-0002")).Done()["commitment"]);
        Opening read = RandomInspection.Drawing.Opening.Parse(File.ReadAllText(_opening));
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(read.Text)));
        Assert.True(PartySignature.Verify(_key, $"random-inspection-draw/1 commitment signature\n{digest}\nW\n{committed["commitment"]}\n", committed["signature"]));

        string drawing = new('a', 64), other = Commitment(read, "D", drawing);
        string[] own = ["--commitment", $"W:{committed["commitment"]}"], both = [.. own, $"D:{other}"];
        Run("reveal", _opening, own).Refused("RI1391", "D");
        Run("reveal", _opening, [.. own, "--struck", "D"]).Refused("RI1391", "D"); // its deadline lies ahead: nobody can be struck yet
        Run("reveal", _opening, "--commitment", $"W:{new string('0', 64)}", $"D:{other}").Refused("RI1392");
        Run("reveal", _opening, both).Refused("RI1393", "D");
        Run("reveal", _opening, [.. both, "--revealed", $"D:{new string('b', 64)}"]).Refused("RI1393", "D");
        string value = Run("reveal", _opening, [.. both, "--revealed", $"D:{drawing}"]).Done()["value"];
        Assert.Equal(committed["commitment"], Commitment(read, "W", value));
    }

    [Fact]
    public void Commit_AnothersOpeningOrKey_Refused()
    {
        Ri.Run("key", "new", "--out", _ri["other.pem"]).Done();
        Ri.Run("contribute", "commit", "--opening", _opening, "--party", "W", "--secret", _ri["secret"], "--key-file", _ri["other.pem"]).Refused("RI1390", "W");
        Ri.Run("contribute", "commit", "--opening", _opening, "--party", "D", "--secret", _ri["secret"], "--key-file", _ri["key.pem"]).Refused("RI1390", "D");
        Ri.Run("contribute", "commit", "--opening", _opening, "--party", "W", "--secret", _ri["secret"], "--key-file", _ri["secret"]).Refused("RI9111");
        Ri.Run("contribute", "commit", "--opening", _opening, "--party", "W", "--secret", _ri["key.pem"], "--key-file", _ri["key.pem"]).Refused("RI9116", "key.pem");
        Ri.Run("contribute", "commit", "--opening", _opening, "--party", "W", "--secret", _ri["none"], "--key-file", _ri["key.pem"]).RefusedLike("RI91", "none");
    }

    [Theory]
    [InlineData("W")]
    [InlineData("W:")]
    [InlineData("W:3f")]
    [InlineData(":0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("W:000000000000000000000000000000000000000000000000000000000000000G")]
    public void Reveal_MalformedPair_Refused(string pair)
    {
        Run("reveal", _opening, "--commitment", pair).Refused("RI9117", pair);
        string twice = $"D:{new string('0', 64)}";
        Run("reveal", _opening, "--commitment", twice, twice).Refused("RI9117", twice);
    }

    public void Dispose() => _ri.Dispose();

    private static string Commitment(Opening opening, string party, string value) => SeedText.Commitment(opening, party, value, Sha256.Instance).Hex;

    private RiRun Run(string step, string opening, params string[] more) =>
        Ri.Run(["contribute", step, "--opening", opening, "--party", "W", "--secret", _ri["secret"], "--key-file", _ri["key.pem"], .. more]);

    /// <summary>An opening in which the drawing department and this party commit; its deadlines lie far ahead.</summary>
    private string Opening(string draw)
    {
        string zeros = new('0', 64), other = Ri.Run("key", "new", "--out", _ri[$"{draw}.pem"]).Done().Output.TrimEnd('\n');
        string parties = $"{Party("D", "drawing", other)},{Party("W", "witness", _key)}", deadlines = """{"commit":"2999-11-23T02:00:00Z","reveal":"2999-11-23T03:00:00Z"}""";
        return _ri.Write(
            $"{draw}.json",
            $$"""
            {"specification":"random-inspection-draw/1","draw":"{{draw}}","attempt":1,"hash":"sha-256","tasks":[{"id":"T1","frameRoot":"{{zeros}}","frameSize":14,"designDigest":"{{zeros}}"}],"parties":[{{parties}}],"deadlines":{{deadlines}} }
            """.Replace(" }", "}", StringComparison.Ordinal));

        static string Party(string party, string role, string key) => $$"""{"party":"{{party}}","role":"{{role}}","kind":"committed","key":"{{key}}"}""";
    }
}
