using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>What a ceremony asks of parties, keys, order and deadlines: §3.</summary>
public sealed class CeremonyTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly CeremonyParty SecondWitness = WitnessParty with { Name = "wit2", PersonId = "hang", Key = NewKey() };

    public static TheoryData<string?> BadKeys => new(
        null,
        "",
        "ecdsa-p256:",
        "ecdsa-p256:AAAA",
        "ecdsa-p256:not base64",
        WitnessParty.Key!["ecdsa-p256:".Length..],
        "ECDSA-P256:" + WitnessParty.Key!["ecdsa-p256:".Length..],
        WitnessParty.Key + "AAAA",
        WitnessParty.Key + "\n",
        WitnessParty.Key![..^2] + WitnessParty.Key![^2..].Replace('=', ' '),
        "ecdsa-p256:" + Convert.ToBase64String(ECDsa.Create(ECCurve.NamedCurves.nistP384).ExportSubjectPublicKeyInfo()),
        "ecdsa-p256:" + Convert.ToBase64String([.. Convert.FromBase64String(WitnessParty.Key["ecdsa-p256:".Length..])[..^1], 0]),
        WitnessParty.Key.Replace("KoZIzj0DAQc", "JoZIzj0DAQc", StringComparison.Ordinal),
        "ecdsa-p256:" + Convert.ToBase64String(RSA.Create(2048).ExportSubjectPublicKeyInfo()));

    [Fact]
    public void Prepare_UnknownHash_RI1302() =>
        RefusalAssert.Input("RI1302", () => DrawCeremony.Prepare(new DrawHashes(), Prepared with { Hash = "sm3" }), ("hash", "sm3"), ("known", "sha-256"));

    [Fact]
    public void Enrol_NamePersonOrKeyTwice_RI1321()
    {
        CeremonyScript script = With(OperatorParty);
        AssertRefused(script, "RI1321", c => c.Enrol(WitnessParty with { Name = Operator }), ("person", WitnessPerson), ("party", Operator));
        AssertRefused(script, "RI1321", c => c.Enrol(WitnessParty with { PersonId = OperatorPerson }), ("person", OperatorPerson), ("party", Operator));
        AssertRefused(script, "RI1321", c => c.Enrol(WitnessParty with { Key = OperatorParty.Key }), ("person", WitnessPerson), ("party", Operator));
        AssertRefused(script, "RI1321", c => c.Enrol(LotteryParty with { Name = Operator }), ("person", OperatorPerson), ("party", Operator));
    }

    [Fact]
    public void Enrol_OperatorLaysDownThePublicValue_Allowed()
    {
        Assert.Equal(2, With(OperatorParty, LotteryParty).Ceremony.Parties.Count);
        Assert.Equal(3, With(LotteryParty, OperatorParty, LotteryParty with { Name = "dice" }).Ceremony.Parties.Count);
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Enrol_MalformedKey_RI1327(string? key) =>
        AssertRefused(With(OperatorParty), "RI1327", c => c.Enrol(WitnessParty with { Key = key }), ("party", Witness));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("彩票")]
    public void Enrol_NameThatNoOpeningCanSay_RI1204BeforeItIsTooLate(string name) =>
        RefusalAssert.Contains(
            "RI1204", () => With(OperatorParty).Ceremony.Enrol(LotteryParty with { Name = name }), ("document", "opening"), ("member", "parties[1].party"), ("value", $"\"{(name == "彩票" ? "彩票" : name)}\""));

    [Fact]
    public void Enrol_SystemBesideOthers_RI1305() =>
        AssertRefused(With(OperatorParty), "RI1305", c => c.Enrol(new CeremonyParty("host", "drawing", ContributionKind.System, "guan")));

    [Fact]
    public void Open_WithoutTheDrawingDepartment_RI1328() =>
        AssertRefused(With(WitnessParty, LotteryParty), "RI1328", c => c.Open(Deadlines, Start), ("draw", "D2026-0001"));

    [Fact]
    public void Open_DeadlinesOutOfOrder_RI1331()
    {
        foreach ((Instant commit, Instant reveal) in new[] { (Start, Start + Second), (Start - Second, Start + Second), (Start + Second, Start + Second), (Start + (2 * Second), Start + Second) })
        {
            AssertRefused(
                With(OperatorParty),
                "RI1331",
                c => c.Open(new OpeningDeadlines(commit, reveal), Start),
                ("commit", Moment(commit)),
                ("reveal", Moment(reveal)),
                ("now", "2026-11-23T01:00:00Z"));
        }
    }

    [Fact]
    public void Open_ThreeParties_ExactlyThisOpening()
    {
        string text = At(CeremonyStatus.Committing).Ceremony.Opening!.Text;
        string root = Prepared.Tasks[0].FrameRoot, design = Prepared.Tasks[0].DesignDigest;
        Assert.Equal(
            $$$"""{"specification":"random-inspection-draw/1","draw":"D2026-0001","attempt":1,"hash":"sha-256","tasks":[{"id":"T1","frameRoot":"{{{root}}}","frameSize":14,"designDigest":"{{{design}}}"}],"parties":[{"party":"op","role":"drawing","kind":"committed","key":"{{{OperatorParty.Key}}}"},{"party":"wit","role":"witness","kind":"committed","key":"{{{WitnessParty.Key}}}"},{"party":"lottery-3d-2026312","role":"public","kind":"public","source":"福彩3D 第2026312期","encoding":"utf-8","outcomes":"1000"}],"deadlines":{"commit":"2026-11-23T02:00:00Z","reveal":"2026-11-23T03:00:00Z"}}""",
            text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), At(CeremonyStatus.Committing).Ceremony.OpeningDigest);
    }

    [Fact]
    public void Open_SecondAttempt_ChainedToThePrevious()
    {
        DrawCeremony ceremony = DrawCeremony.Prepare(new DrawHashes(), Prepared with { Attempt = 2, Previous = new PreviousDraw("D2026-0001", OperatorValue, "停电") });
        ceremony.Enrol(OperatorParty);
        ceremony.Open(Deadlines, Start);
        Assert.Equal((2, OperatorValue, "停电"), (ceremony.Opening!.Attempt, ceremony.Opening.Previous!.Record.Hex, ceremony.Opening.Previous.Reason));
    }

    [Fact]
    public void Commit_NotOneOfTheParties_RI1306Or1326Or1307()
    {
        CeremonyScript script = At(CeremonyStatus.Committing);
        AssertRefused(script, "RI1306", c => c.Commit("nobody", WitnessPerson, Digest.Parse(WitnessValue), null, Start), ("party", "nobody"));
        AssertRefused(script, "RI1326", c => c.Commit(Witness, OperatorPerson, Digest.Parse(WitnessValue), null, Start), ("party", Witness), ("owner", WitnessPerson), ("person", OperatorPerson));
        AssertRefused(script, "RI1307", c => c.Commit(Lottery, OperatorPerson, Digest.Parse(WitnessValue), null, Start), ("party", Lottery), ("expected", "public"), ("kind", "committed"));
    }

    [Fact]
    public void Commit_SignatureMissingOrOfSomethingElse_RI1327()
    {
        CeremonyScript script = At(CeremonyStatus.Committing);
        string right = script.Sign(Witness, WitnessValue, WitnessKey);
        string[] wrong =
        [
            "", right[..^1], right + "=", right[..^4] + "AAAA", right.ToLowerInvariant(), Twin(right),
            script.Sign(Witness, WitnessValue, OperatorKey),
            script.Sign(Witness, OperatorValue, WitnessKey),
            script.Sign(Operator, WitnessValue, WitnessKey),
        ];
        foreach (string? signature in wrong.Append(null))
        {
            AssertRefused(script, "RI1327", c => c.Commit(Witness, WitnessPerson, script.Commitment(Witness, WitnessValue), signature, Start), ("party", Witness));
        }

        script.CommitWitness();
        Assert.Equal(CeremonyStatus.Revealing, script.Ceremony.Status);
    }

    [Fact]
    public void Commit_AtTheDeadlineAndAfterIt_CountsAndRI1330()
    {
        CeremonyScript script = At(CeremonyStatus.Committing);
        string signature = script.Sign(Witness, WitnessValue, WitnessKey);
        AssertRefused(
            script, "RI1330", c => c.Commit(Witness, WitnessPerson, script.Commitment(Witness, WitnessValue), signature, Deadlines.Commit + Duration.Epsilon), ("party", Witness), ("deadline", "2026-11-23T02:00:00Z"));
        script.Do(c => c.Commit(Witness, WitnessPerson, script.Commitment(Witness, WitnessValue), signature, Deadlines.Commit));
    }

    [Fact]
    public void Reveal_BeforeAllCommitments_RI1322NamesTheMissing()
    {
        CeremonyScript script = With(OperatorParty, WitnessParty, SecondWitness, LotteryParty).Open();
        AssertRefused(script, "RI1322", c => c.Reveal(Operator, OperatorPerson, OperatorValue, Start), ("missing", "op, wit, wit2"));
        script.CommitOperator();
        AssertRefused(script, "RI1322", c => c.Reveal(Operator, OperatorPerson, OperatorValue, Start), ("missing", "wit, wit2"));
        script.Do(c => c.Strike(Witness, Deadlines.Commit + Second));
        AssertRefused(script, "RI1322", c => c.Reveal(Operator, OperatorPerson, OperatorValue, Start), ("missing", "wit2"));
    }

    [Fact]
    public void Reveal_OtherValue_RI1323AndMayBeTriedAgain()
    {
        CeremonyScript script = At(CeremonyStatus.Revealing);
        AssertRefused(script, "RI1323", c => c.Reveal(Operator, OperatorPerson, WitnessValue, Start), ("party", Operator));
        AssertRefused(script, "RI1308", c => c.Reveal(Operator, OperatorPerson, OperatorValue[..62], Start), ("party", Operator), ("value", OperatorValue[..62]));
        AssertRefused(script, "RI1308", c => c.Reveal(Operator, OperatorPerson, "A" + OperatorValue[1..], Start), ("party", Operator), ("value", "A" + OperatorValue[1..]));
        script.RevealOperator();
        AssertRefused(script, "RI1324", c => c.Reveal(Operator, OperatorPerson, OperatorValue, Start), ("party", Operator), ("whatZh", "揭示"), ("whatEn", "revealed"));
    }

    [Fact]
    public void Reveal_WitnessBeforeTheDrawingDepartment_RI1325UntilItIsStruck()
    {
        CeremonyScript script = At(CeremonyStatus.Revealing);
        AssertRefused(script, "RI1325", c => c.Reveal(Witness, WitnessPerson, WitnessValue, Start), ("drawing", Operator));
        script.Do(c => c.Strike(Operator, Deadlines.Reveal + Second));
        script.RevealWitness();
        Assert.Equal(CeremonyStatus.AwaitingPublicValue, script.Ceremony.Status);
    }

    [Fact]
    public void Reveal_SomebodyElsesOrTheLotterys_RI1326Or1307()
    {
        CeremonyScript script = At(CeremonyStatus.Revealing).RevealOperator();
        AssertRefused(script, "RI1326", c => c.Reveal(Witness, OperatorPerson, WitnessValue, Start), ("party", Witness), ("owner", WitnessPerson), ("person", OperatorPerson));
        AssertRefused(script, "RI1307", c => c.Reveal(Lottery, OperatorPerson, WitnessValue, Start), ("party", Lottery), ("expected", "public"), ("kind", "committed"));
    }

    [Fact]
    public void Reveal_AtTheDeadlineAndAfterIt_CountsAndRI1330()
    {
        CeremonyScript script = At(CeremonyStatus.Revealing);
        AssertRefused(
            script, "RI1330", c => c.Reveal(Operator, OperatorPerson, OperatorValue, Deadlines.Reveal + Duration.Epsilon), ("party", Operator), ("deadline", "2026-11-23T03:00:00Z"));
        script.Do(c => c.Reveal(Operator, OperatorPerson, OperatorValue, Deadlines.Reveal));
    }

    [Fact]
    public void Reveal_StruckParty_RI1330()
    {
        // A second witness did not commit and was struck; the first has still to reveal, so the ceremony waits.
        CeremonyScript script = With(OperatorParty, WitnessParty, SecondWitness, LotteryParty).Open().CommitOperator().CommitWitness();
        script.Do(c => c.Strike("wit2", Deadlines.Commit + Second));
        script.RevealOperator();
        AssertRefused(script, "RI1330", c => c.Reveal("wit2", "hang", WitnessValue, Deadlines.Commit + Second), ("party", "wit2"), ("deadline", "2026-11-23T02:00:00Z"));
        script.RevealWitness();
    }

    [Fact]
    public void EnterPublicValue_StruckParty_RI1330()
    {
        CeremonyScript script = With(OperatorParty, LotteryParty, LotteryParty with { Name = "dice" }).Open().CommitOperator().RevealOperator();
        script.Do(c => c.Strike(Lottery, Deadlines.Reveal + Second));
        AssertRefused(script, "RI1330", c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Start), ("party", Lottery), ("deadline", "2026-11-23T03:00:00Z"));
        script.Do(c => c.EnterPublicValue("dice", OperatorPerson, "06", Start));
        Assert.Equal(CeremonyStatus.Ready, script.Ceremony.Status);
    }

    [Fact]
    public void Open_PublicValueFixedBeforeTheLastReveal_RI1335()
    {
        AssertRefused(
            With(OperatorParty, LotteryParty with { Time = "2026-11-23T02:59:59Z" }),
            "RI1335",
            c => c.Open(Deadlines, Start),
            ("party", Lottery),
            ("time", "2026-11-23T02:59:59Z"),
            ("reveal", "2026-11-23T03:00:00Z"));
    }

    [Fact]
    public void EnterPublicValue_BeforeItsTime_RI1336()
    {
        CeremonyScript script = With(OperatorParty, LotteryParty with { Time = "2026-11-23T03:00:00Z" }).Open().CommitOperator().RevealOperator();
        AssertRefused(
            script,
            "RI1336",
            c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Deadlines.Reveal - Second),
            ("party", Lottery),
            ("time", "2026-11-23T03:00:00Z"),
            ("now", "2026-11-23T02:59:59Z"));
        script.Do(c => c.EnterPublicValue(Lottery, OperatorPerson, LotteryValue, Deadlines.Reveal));
    }

    [Fact]
    public void EnterPublicValue_MalformedOrNotTheirs_Refused()
    {
        CeremonyScript script = At(CeremonyStatus.AwaitingPublicValue);
        AssertRefused(script, "RI1308", c => c.EnterPublicValue(Lottery, OperatorPerson, "", Start), ("party", Lottery), ("value", ""));
        AssertRefused(script, "RI1308", c => c.EnterPublicValue(Lottery, OperatorPerson, "3", Start), ("party", Lottery), ("value", "3"));
        AssertRefused(script, "RI1326", c => c.EnterPublicValue(Lottery, WitnessPerson, "33", Start), ("party", Lottery), ("owner", OperatorPerson), ("person", WitnessPerson));
        AssertRefused(script, "RI1306", c => c.EnterPublicValue("dice", OperatorPerson, "33", Start), ("party", "dice"));
    }

    [Fact]
    public void Strike_BeforeTheDeadline_RI1329()
    {
        AssertRefused(At(CeremonyStatus.Committing), "RI1329", c => c.Strike(Witness, Deadlines.Commit), ("party", Witness), ("deadline", "2026-11-23T02:00:00Z"));
        AssertRefused(At(CeremonyStatus.Revealing), "RI1329", c => c.Strike(Witness, Deadlines.Reveal), ("party", Witness), ("deadline", "2026-11-23T03:00:00Z"));
        AssertRefused(At(CeremonyStatus.AwaitingPublicValue), "RI1329", c => c.Strike(Lottery, Deadlines.Reveal), ("party", Lottery), ("deadline", "2026-11-23T03:00:00Z"));
        AssertRefused(At(CeremonyStatus.Revealing), "RI1306", c => c.Strike("nobody", Deadlines.Reveal + Second), ("party", "nobody"));
    }

    [Fact]
    public void Strike_EveryKindOfSilence_ItsCauseAndTheDrawGoesOn()
    {
        CeremonyScript script = With(OperatorParty, WitnessParty, SecondWitness, LotteryParty).Open().CommitOperator().CommitWitness();
        Assert.Equal(new CeremonyEvent.Struck("wit2", "notCommitted", Deadlines.Commit + Duration.Epsilon), script.Do(c => c.Strike("wit2", Deadlines.Commit + Duration.Epsilon)));
        script.RevealOperator();
        Assert.Equal(new CeremonyEvent.Struck(Witness, "notRevealed", Deadlines.Reveal + Duration.Epsilon), script.Do(c => c.Strike(Witness, Deadlines.Reveal + Duration.Epsilon)));
        AssertRefused(script, "RI1324", c => c.Strike(Witness, Deadlines.Reveal + Second), ("party", Witness), ("whatZh", "按期提交或被剔除"), ("whatEn", "done its part or been struck out"));
        Assert.Equal(new CeremonyEvent.Struck(Lottery, "noValue", Deadlines.Reveal + Second), script.Do(c => c.Strike(Lottery, Deadlines.Reveal + Second)));

        string text = $"random-inspection-draw/1\nopening {script.Ceremony.OpeningDigest}\ncontribution op committed {OperatorValue}\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), script.Ceremony.Seed().Hex);
        Assert.Equal(Assurance.Operator, script.Record().Assurance);
    }

    [Fact]
    public void Seed_EverybodyStruck_RI1310AndOnlyVoidIsLeft()
    {
        CeremonyScript script = With(OperatorParty, WitnessParty).Open();
        script.Do(c => c.Strike(Operator, Deadlines.Commit + Second));
        script.Do(c => c.Strike(Witness, Deadlines.Commit + Second));
        AssertRefused(script, "RI1310", c => _ = c.Seed());
        script.Do(c => c.ProposeVoid("无人提交", OperatorPerson));
        script.Do(c => c.ConfirmVoid("shou", Start));
        Assert.Equal(CeremonyStatus.Void, script.Ceremony.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\u3000")]
    public void ProposeVoid_WithoutReason_RI1333(string reason) =>
        AssertRefused(At(CeremonyStatus.Ready), "RI1333", c => c.ProposeVoid(reason, OperatorPerson));

    [Fact]
    public void ConfirmVoid_SamePersonOrProposedTwice_RI1332OrRI1324()
    {
        CeremonyScript script = At(CeremonyStatus.Committing);
        script.Do(c => c.ProposeVoid("停电", OperatorPerson));
        AssertRefused(script, "RI1332", c => c.ConfirmVoid(OperatorPerson, Start), ("person", OperatorPerson));
        AssertRefused(script, "RI1324", c => c.ProposeVoid("停电", "shou"), ("party", OperatorPerson), ("whatZh", "提出作废"), ("whatEn", "proposed to void it"));

        // A proposal stops nothing until it is confirmed.
        script.CommitWitness();
        CeremonyEvent.Voided voided = Assert.IsType<CeremonyEvent.Voided>(script.Do(c => c.ConfirmVoid("shou", Start + Second)));
        Assert.Equal(("停电", Start + Second), (voided.Reason, voided.At));
        Assert.Equal([OperatorPerson, "shou"], voided.By);
    }

    [Fact]
    public void ConfirmVoid_BeforeTheOpening_LeavesNoRecord()
    {
        CeremonyScript script = At(CeremonyStatus.Prepared);
        script.Do(c => c.ProposeVoid("名单有误", OperatorPerson));
        CeremonyEvent.Voided voided = Assert.IsType<CeremonyEvent.Voided>(script.Do(c => c.ConfirmVoid("shou", Start)));
        Assert.Equal((null, null, null), (voided.AuditorRecord, voided.PublicRecord, voided.RecordFile));
        Assert.Equal(CeremonyStatus.Void, script.Ceremony.Status);
    }

    private static void AssertRefused(CeremonyScript script, string code, Action<DrawCeremony> command, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string before = StateOf(script.Ceremony);
        RefusalAssert.Input(code, () => command(script.Ceremony), values);
        Assert.Equal(before, StateOf(script.Ceremony));
    }

    private static string NewKey() => PartySignature.PublicKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static string Moment(Instant at) => NodaTime.Text.InstantPattern.ExtendedIso.Format(at);

    /// <summary>Another text of the same 64 bytes: the last character's unused bits set.</summary>
    private static string Twin(string base64)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        string twin = base64[..85] + Alphabet[Alphabet.IndexOf(base64[85], StringComparison.Ordinal) + 1] + "==";
        Assert.Equal(Convert.FromBase64String(base64), Convert.FromBase64String(twin));
        return twin;
    }
}
