using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly Ri _ri = new();
    private readonly DrawVector _vector = DrawVector.Of("pub-small");

    public static TheoryData<string> Names => [.. DrawVector.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Verify_RecordOfAVector_VerifiesInAllViews(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        DrawRecord record = Record(vector);
        string auditor = Write("auditor.json", record);
        Ri.Run("key", "new", "--out", _ri["key.pem"]).Done();
        Ri.Run("sign", auditor, "--key-file", _ri["key.pem"], "--out", _ri["record.sig.json"]).Done();
        Ri.Run("sign", vector.Opening, "--key-file", _ri["key.pem"], "--out", _ri["opening.sig.json"]).Done();
        RiRun withFrame = Ri.Run(
            "verify", auditor, "--frame", vector.Frame, "--key", vector["frameKey"], "--signature", _ri["record.sig.json"], "--opening-signature", _ri["opening.sig.json"]).Done();
        Assert.EndsWith("The record verifies.\n", withFrame.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("–", withFrame.Output, StringComparison.Ordinal);
        Assert.Contains("\n– ", Ri.Run("verify", auditor).Done().Output, StringComparison.Ordinal);

        Digest digest = Digest.Parse(vector["seed"]);
        string open = Write("public.json", record.ForPublic(digest));
        Ri.Run("verify", open).Done();
        Ri.Run("verify", open, "--frame", vector.Frame, "--key", vector["frameKey"], "--task", "task-1").Done();
    }

    [Fact]
    public void Verify_Partitions_ByTheirCensuses()
    {
        // The frame of one partition has that partition's root; more are tested where records are.
        string auditor = Write("auditor.json", Record(_vector)), key = _vector["frameKey"];
        Ri.Run("partition", "count", _vector.Frame, "--name", "全部", "--rule", " .. ", "--key", key, "--out", _ri["one.census"]).Done();
        RiRun run = Ri.Run("verify", auditor, "--frame", _vector.Frame, "--census", _ri["one.census"], "--key", key).Done();
        Assert.Contains("✓ task-1: the partition \"全部\" ( .. )", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("– task-1", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("The record verifies, but for the steps marked –.\n", run.Output, StringComparison.Ordinal); // no signature was given

        Ri.Run("partition", "count", _vector.Frame, "--name", "全部", "--rule", " .. ", "--key", _vector["seed"], "--out", _ri["other.census"]).Done();
        RiRun other = Ri.Run("verify", auditor, "--frame", _vector.Frame, "--census", _ri["other.census"], "--key", key);
        Assert.Equal(1, other.Code);
        Assert.Contains("✗ task-1: the partition", other.Output, StringComparison.Ordinal);
        Ri.Run("verify", auditor, "--frame", _vector.Frame, "--census", _ri["one.census"], "--census", _ri["other.census"], "--key", key).Refused("RI9115");
        Ri.Run("verify", auditor, "--census", _ri["one.census"], "--key", key).Refused("RI9115");
    }

    [Fact]
    public void Verify_SubjectsView_Verifies()
    {
        DrawRecord record = Record(_vector);
        Frame frame = FrameFile.Read(File.ReadAllBytes(_vector.Frame));
        DrawHashes hashes = new();
        RecordedSubject subject = RecordBuilder.Subject(record, "task-1", frame, FrameKey.Parse(_vector["frameKey"]), frame.Units[0].Id, new DrawEngine(hashes), hashes)!;
        string path = Write("subject.json", record.ForSubject(Digest.Parse(_vector["seed"]), subject));
        Assert.Contains("✓ ", Ri.Run("verify", path).Done().Output, StringComparison.Ordinal);
        Ri.Run("verify", path, "--frame", _vector.Frame, "--key", _vector["frameKey"]).Done();
        Assert.Equal(1, Ri.Run("verify", path, "--frame", _vector.Frame, "--key", _vector["seed"]).Code);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("public")]
    public void Verify_AnotherFrameOrKey_DoesNotVerify(string view)
    {
        DrawRecord record = Record(_vector);
        string path = Write("record.json", view == "auditor" ? record : record.ForPublic(Digest.Parse(_vector["seed"])));
        RiRun otherKey = Ri.Run("verify", path, "--frame", _vector.Frame, "--key", _vector["seed"]);
        Assert.Equal(1, otherKey.Code);
        Assert.Contains("✗ task-1: the frame", otherKey.Output, StringComparison.Ordinal);
        Assert.EndsWith("The record does not verify.\n", otherKey.Output, StringComparison.Ordinal);
        string shorter = _ri.Write("frame.tsv", string.Concat(File.ReadAllLines(_vector.Frame).Skip(1).Select(line => line + "\n")));
        Assert.Equal(1, Ri.Run("verify", path, "--frame", shorter, "--key", _vector["frameKey"]).Code);
        string broken = _ri.Write("frame.tsv", "no frame");
        RiRun run = Ri.Run("verify", path, "--frame", broken, "--key", _vector["frameKey"]);
        Assert.Equal(1, run.Code);
        Assert.Contains("RI1105", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OneCharacterChangedAnywhere_NeverVerifiesWithTheFrame()
    {
        byte[] bytes = RecordDocument.Write(Record(_vector));
        for (int i = 0; i < bytes.Length; i += 7)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            File.WriteAllBytes(_ri["record.json"], changed);
            RiRun run = Ri.Run("verify", _ri["record.json"], "--frame", _vector.Frame, "--key", _vector["frameKey"]);
            bool isText = Encoding.UTF8.GetString(bytes, Math.Max(0, i - 25), Math.Min(25, i)) is var before && (before.Contains("At\":\"", StringComparison.Ordinal) || before.Contains("at\":\"", StringComparison.Ordinal) || before.Contains("criteria\":\"", StringComparison.Ordinal) || before.Contains("version\":", StringComparison.Ordinal));
            Assert.True(run.Code == 1 || (isText && run.Code is 0 or 2) || run.Error.Contains("RI9115", StringComparison.Ordinal), $"byte {i}: {run.Code} {run.Output}{run.Error}");
        }
    }

    [Fact]
    public void Verify_DigestStated_HoldsOrFailsOrIsRefused()
    {
        string path = Write("record.json", Record(_vector));
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        Assert.Contains($"✓ the record's digest {digest}", Ri.Run("verify", path, "--digest", digest).Done().Output, StringComparison.Ordinal);
        RiRun other = Ri.Run("verify", path, "--digest", _vector["seed"]);
        Assert.Equal(1, other.Code);
        Assert.Contains("✗ the record's digest", other.Output, StringComparison.Ordinal);
        Ri.Run("verify", path, "--digest", digest.ToUpperInvariant()).RefusedLike("RI13");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no record")]
    [InlineData("{}")]
    public void Verify_FileThatIsNoRecord_DoesNotVerify(string text)
    {
        RiRun run = Ri.Run("verify", _ri.Write("record.json", text));
        Assert.Equal(1, run.Code);
        Assert.StartsWith("✗ ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FramesThatDoNotFit_AreRefused()
    {
        string path = Write("record.json", Record(_vector));
        Ri.Run("verify", path, "--frame", _vector.Frame).Refused("RI9115");
        Ri.Run("verify", path, "--key", _vector["frameKey"]).Refused("RI9115");
        Ri.Run("verify", path, "--frame", _vector.Frame, "--key", _vector["frameKey"], "--task", "task-2").Refused("RI9115", "task-2", "task-1");
        Ri.Run("verify", path, "--frame", _ri["none"], "--key", _vector["frameKey"]).Refused("RI9102", "none");
        Ri.Run("verify", path, "--frame", _vector.Frame, "--key", "K").Refused("RI1301");
        Ri.Run("verify", "--frame", _vector.Frame, "--key", _vector["frameKey"], path).Done();
    }

    public void Dispose() => _ri.Dispose();

    [Theory]
    [InlineData("pub-city")]
    [InlineData("pub-sm3")]
    public void Verify_WithReplacements_ChecksThemAgainstTheRecord(string name)
    {
        DrawVector vector = DrawVector.Of(name);
        DrawRecord record = Record(vector);
        RecordedTask task = record.Tasks[0];
        Frame frame = FrameFile.Read(File.ReadAllBytes(vector.Frame));
        (SelectedUnit goes, ReserveUnit[] reserves) = task.Selected
            .Select(unit => (unit, task.Reserves.Where(r => r.Cell == new Cell(frame.Units[frame.IndexOf(unit.Id)].Stratum, frame.Units[frame.IndexOf(unit.Id)].Class)).ToArray()))
            .First(unit => unit.Item2.Length > 0);
        byte[] auditor = RecordDocument.Write(record);
        Opening opening = Opening.Parse(record.OpeningText);
        ReplacementsDraw draw = new(opening.Draw, null, [], DigestOf(auditor, opening.Hash));
        PublishedChange change = new(1, opening.Draw, goes, ReplacementGround.Revoked, 2, [], [], new SelectedUnit(reserves[0].Ticket, reserves[0].Id), Instant.FromUtc(2026, 3, 3, 1, 0));
        string path = Write("auditor.json", record);
        string addendum = _ri.Write("replacements.json", System.Text.Encoding.UTF8.GetString(ReplacementsDocument.Write(new Replacements(task.Id, [draw], [change]))));
        string done = Ri.Run("verify", path, "--replacements", addendum, "--frame", vector.Frame, "--key", vector["frameKey"]).Done().Output;
        Assert.Contains("✓ each who came is the first unused reserve of the cell", done, StringComparison.Ordinal);

        addendum = _ri.Write("replacements.json", System.Text.Encoding.UTF8.GetString(ReplacementsDocument.Write(new Replacements(task.Id, [draw], [change with { Comes = null }]))));
        RiRun wrong = Ri.Run("verify", path, "--replacements", addendum, "--frame", vector.Frame, "--key", vector["frameKey"]);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("✗ each who came is the first unused reserve of the cell", wrong.Output, StringComparison.Ordinal);
    }

    private static DrawRecord Record(DrawVector vector)
    {
        DrawHashes hashes = new([Sm3.Instance]);
        Opening opening = Opening.Parse(File.ReadAllBytes(vector.Opening));
        DesignDocument design = DesignDocument.Parse(File.ReadAllBytes(vector.Design));
        Seed seed = Seed.Parse(vector["seed"]);
        DrawResult result = new DrawEngine(hashes).Draw(FrameFile.Read(File.ReadAllBytes(vector.Frame)), design.Design, seed, opening.Hash);
        Instant at = Instant.FromUtc(2026, 3, 2, 1, 30);
        Contribution[] values = [.. vector.Contributions.Select(c => new Contribution(c.Party, opening.Party(c.Party).Kind, c.Value))];
        return new DrawRecord
        {
            View = RecordView.Auditor,
            OpeningText = opening.Text,
            OpenedAt = at,
            Commitments = [.. vector.Contributions.Where(c => c.Commitment is not null).Select(c => new RecordedCommitment(c.Party, Digest.Parse(c.Commitment!), at, null))],
            Contributions = [.. values.Select(value => new RecordedContribution(value, at))],
            Struck = [],
            Seed = seed,
            DrawnAt = at,
            Assurance = SeedAssurance.Of(opening, [.. values.Select(value => value.Party)]),
            BreakOff = SeedAssurance.CanBreakOff(opening),
            Tasks = [RecordBuilder.Task(opening.Tasks[0].Id, design.Text, result, new RecordedDirectory(1, "{}", ImmutableSortedDictionary<string, long>.Empty))],
        };
    }

    private string Write(string name, DrawRecord record)
    {
        File.WriteAllBytes(_ri[name], RecordDocument.Write(record));
        return _ri[name];
    }

    private static Digest DigestOf(byte[] document, string hash)
    {
        byte[] digest = new byte[32];
        new DrawHashes([Sm3.Instance])[hash].Hash(document, digest);
        return Digest.Of(digest);
    }
}
