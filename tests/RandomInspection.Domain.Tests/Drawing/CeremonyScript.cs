using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>A ceremony with a small frame, an operator, a witness and a lottery, gone as far as a test wants it.</summary>
internal sealed class CeremonyScript
{
    public const string Operator = "op";
    public const string Witness = "wit";
    public const string Lottery = "lottery-3d-2026312";
    public const string OperatorPerson = "qiu";
    public const string WitnessPerson = "jian";
    public const string OperatorValue = "1111111111111111111111111111111111111111111111111111111111111111";
    public const string WitnessValue = "2222222222222222222222222222222222222222222222222222222222222222";
    public const string LotteryValue = "342030";
    public const string Design = """{"kind":"rates","rates":{"A":"0.4","B":"1"},"minimumPerStratum":1,"reservesPerCell":1}""";

    private static readonly byte[] KeyBytes = SHA256.HashData("operator"u8);
    private readonly List<CeremonyEvent> _events = [];

    private CeremonyScript(DrawCeremony ceremony)
    {
        Ceremony = ceremony;
        _events.Add(ceremony.Preparation);
    }

    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 23, 1, 0);

    public static OpeningDeadlines Deadlines { get; } = new(Start + Duration.FromHours(1), Start + Duration.FromHours(2));

    public static ECDsa OperatorKey { get; } = KeyOf(KeyBytes);

    public static ECDsa WitnessKey { get; } = KeyOf(SHA256.HashData("witness"u8));

    public static FrameKey SmallKey { get; } = FrameKey.Of(SHA256.HashData("frame key"u8));

    public static Frame SmallFrame { get; } = Frame.Of(
        new[] { "沈河区/A", "沈河区/B", "和平区/A", "和平区/B" }.SelectMany((cell, c) => Enumerable.Range(0, c + 2).Select(n => new FrameUnit(
            $"U{c}{n}", Stratum.Parse(cell[..3]), cell[4..], n == 1 ? Standing.Resting : Standing.Drawable))));

    public DrawCeremony Ceremony { get; }

    public IReadOnlyList<CeremonyEvent> Events => _events;

    public static IReadOnlyDictionary<string, byte[]> Frames { get; } = new Dictionary<string, byte[]> { ["T1"] = FrameFile.Write(SmallFrame) };

    public static IReadOnlyDictionary<string, FrameKey> Keys { get; } = new Dictionary<string, FrameKey> { ["T1"] = SmallKey };

    public static CeremonyEvent.Prepared Prepared { get; } = new(
        "D2026-0001",
        1,
        null,
        "market",
        "sha-256",
        [
            new FrozenTask(
                "T1",
                new DrawEngine().Root(SmallFrame, SmallKey, "sha-256").Hex,
                SmallFrame.Size,
                new string('a', 64),
                new string('b', 64),
                Design,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Design))),
                7,
                "everything",
                ImmutableSortedDictionary<string, long>.Empty.Add("deregistered", 2)),
        ]);

    public static CeremonyParty OperatorParty { get; } = new(Operator, "drawing", ContributionKind.Committed, OperatorPerson, PartySignature.PublicKey(OperatorKey));

    public static CeremonyParty WitnessParty { get; } = new(Witness, "witness", ContributionKind.Committed, WitnessPerson, PartySignature.PublicKey(WitnessKey));

    public static CeremonyParty LotteryParty { get; } = new(
        Lottery, "public", ContributionKind.Public, OperatorPerson, Source: "福彩3D 第2026312期", Encoding: "utf-8", Outcomes: "1000");

    /// <summary>Ready to be drawn, over what was prepared.</summary>
    public static CeremonyScript Ready(CeremonyEvent.Prepared prepared)
    {
        CeremonyScript script = With(prepared, OperatorParty, WitnessParty, LotteryParty).Open().CommitOperator().CommitWitness().RevealOperator().RevealWitness();
        script.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start + Duration.FromHours(3)));
        return script;
    }

    /// <summary>Prepared, with these parties.</summary>
    public static CeremonyScript With(params CeremonyParty[] parties) => With(Prepared, parties);

    private static CeremonyScript With(CeremonyEvent.Prepared prepared, params CeremonyParty[] parties)
    {
        CeremonyScript script = new(DrawCeremony.Prepare(new DrawHashes(), prepared));
        foreach (CeremonyParty party in parties)
        {
            script.Do(c => c.Enrol(party));
        }

        return script;
    }

    /// <summary>
    /// Committing: the operator has committed, the witness has not. Revealing: nobody has revealed. Void: from there.
    /// </summary>
    public static CeremonyScript At(CeremonyStatus status)
    {
        CeremonyScript script = With(OperatorParty, WitnessParty, LotteryParty);
        if (status == CeremonyStatus.Prepared)
        {
            return script;
        }

        script.Open().CommitOperator();
        if (status == CeremonyStatus.Committing)
        {
            return script;
        }

        if (status == CeremonyStatus.Void)
        {
            script.Do(c => c.ProposeVoid("停电", OperatorPerson));
            script.Do(c => c.ConfirmVoid("shou", Start));
            return script;
        }

        script.CommitWitness();
        if (status == CeremonyStatus.Revealing)
        {
            return script;
        }

        script.RevealOperator().RevealWitness();
        if (status == CeremonyStatus.AwaitingPublicValue)
        {
            return script;
        }

        script.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start + Duration.FromHours(3)));
        if (status == CeremonyStatus.Drawn)
        {
            script.Draw();
        }

        return script;
    }

    public CeremonyEvent Do(Func<DrawCeremony, CeremonyEvent> command)
    {
        _events.Add(command(Ceremony));
        return _events[^1];
    }

    public CeremonyScript Open()
    {
        Do(c => c.Open(Deadlines, Start));
        return this;
    }

    public CeremonyScript CommitOperator()
    {
        Do(c => c.Commit(Operator, OperatorPerson, Commitment(Operator, OperatorValue), Sign(Operator, OperatorValue, OperatorKey), Start));
        return this;
    }

    public CeremonyScript CommitWitness()
    {
        Do(c => c.Commit(Witness, WitnessPerson, Commitment(Witness, WitnessValue), Sign(Witness, WitnessValue, WitnessKey), Start));
        return this;
    }

    public CeremonyScript RevealOperator()
    {
        Do(c => c.Reveal(Operator, OperatorPerson, OperatorValue, Start));
        return this;
    }

    public CeremonyScript RevealWitness()
    {
        Do(c => c.Reveal(Witness, WitnessPerson, WitnessValue, Start));
        return this;
    }

    public Digest Commitment(string party, string value) => SeedText.Commitment(Ceremony.Opening!, party, value, Sha256.Instance);

    public string Sign(string party, string value, ECDsa key) => PartySignature.Sign(
        key, Encoding.UTF8.GetBytes(SeedText.CommitmentToSign(Digest.Parse(Ceremony.OpeningDigest!), party, Commitment(party, value))));

    /// <summary>The auditor's record of a ceremony that is ready.</summary>
    public DrawRecord Record()
    {
        DrawResult result = new DrawEngine().Draw(SmallFrame, DesignDocument.Parse(Design).Design, Ceremony.Seed(), "sha-256");
        RecordedDirectory directory = new(7, "everything", Prepared.Tasks[0].LeftOut);
        return CeremonyRecord.Drawn(Ceremony, [RecordBuilder.Task("T1", Design, result, directory)], Start + Duration.FromHours(4));
    }

    public DrawRecord Draw()
    {
        DrawRecord record = Record();
        Do(c => c.Draw(record, Start + Duration.FromHours(4)));
        return record;
    }

    /// <summary>Everything that a ceremony is, as text.</summary>
    public static string StateOf(DrawCeremony c) => string.Join('\n',
    [
        $"{c.Status} {c.Id} {c.Preparation.Tasks[0]} {c.OpeningDigest} {c.OpenedAt} {c.Opening?.Text}",
        .. c.Parties.Select(p => p.ToString()),
        .. c.Commitments.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.ToString()),
        .. c.Contributions.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.ToString()),
        .. c.Struck.Select(s => s.ToString()),
        $"{c.Drawing} {string.Join(",", c.Drawing?.Selected.AsEnumerable() ?? [])}",
        $"{c.VoidProposal} {c.Voiding} {string.Join(",", c.Voiding?.By.AsEnumerable() ?? [])}",
    ]);

    private static ECDsa KeyOf(byte[] secret) => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
}
