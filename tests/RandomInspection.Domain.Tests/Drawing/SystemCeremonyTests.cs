using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>A seed from the host's own value alone: every command in every state, and what the record says.</summary>
public sealed class SystemCeremonyTests
{
    private const string Table = """
        command     | Prepared | Ready  | Given  | Struck | Drawn  | Void
        EnrolOther  | RI1305   | RI1320 | RI1320 | RI1320 | RI1320 | RI1320
        Open        | Ready    | RI1320 | RI1320 | RI1320 | RI1320 | RI1320
        Commit      | RI1320   | RI1320 | RI1320 | RI1320 | RI1320 | RI1320
        Reveal      | RI1320   | RI1320 | RI1324 | RI1320 | RI1324 | RI1320
        EnterPublic | RI1320   | RI1320 | RI1324 | RI1320 | RI1324 | RI1320
        GiveSystem  | RI1320   | Given  | RI1320 | RI1320 | RI1320 | RI1320
        Strike      | RI1320   | Struck | RI1320 | RI1320 | RI1320 | RI1320
        Seed        | RI1320   | RI1352 | Given  | RI1310 | Drawn  | RI1320
        Draw        | RI1320   | RI1352 | Drawn  | RI1310 | RI1320 | RI1320
        ProposeVoid | Prepared | Ready  | Given  | Struck | RI1320 | RI1320
        """;

    private const string Host = "host";
    private static readonly byte[] Value = SHA256.HashData("the host's own"u8);
    private static readonly CeremonyParty HostParty = new(Host, "drawing", ContributionKind.System, OperatorPerson);
    private static readonly Instant Drawing = Deadlines.Commit + Duration.FromMinutes(1);
    private static readonly Instant Late = Deadlines.Reveal + Duration.Epsilon;

    private static readonly Dictionary<string, Action<CeremonyScript>> Commands = new()
    {
        ["EnrolOther"] = s => s.Do(c => c.Enrol(WitnessParty)),
        ["Open"] = s => s.Do(c => c.Open(Deadlines, Start)),
        ["Commit"] = s => s.Do(c => c.Commit(Host, OperatorPerson, Digest.Parse(OperatorValue), null, Start)),
        ["Reveal"] = s => s.Do(c => c.Reveal(Host, OperatorPerson, OperatorValue, Start)),
        ["EnterPublic"] = s => s.Do(c => c.EnterPublicValue(Host, OperatorPerson, OperatorValue, Start)),
        ["GiveSystem"] = s => s.Do(c => c.GiveSystemValue(Value, Drawing)),
        ["Strike"] = s => s.Do(c => c.Strike(Host, Late)),
        ["Seed"] = s => s.Ceremony.Seed(),
        ["Draw"] = s => s.Draw(),
        ["ProposeVoid"] = s => s.Do(c => c.ProposeVoid("停电", OperatorPerson)),
    };

    public static TheoryData<string, string, string> Cells() => StateTable.Cells(Table, Commands.Keys);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefused(string state, string command, string due)
    {
        CeremonyScript script = At(state);
        string before = StateOf(script.Ceremony);
        Assert.Equal(before, StateOf(DrawCeremony.Replay(new DrawHashes(), script.Events)));
        if (!due.StartsWith("RI", StringComparison.Ordinal))
        {
            Commands[command](script);
            Assert.Equal(At(due).Ceremony.Status, script.Ceremony.Status);
            Assert.Equal((due == "Ready", due == "Struck"), (script.Ceremony.AwaitsSystemValue, script.Ceremony.Struck.Count == 1));
            Assert.Equal(StateOf(script.Ceremony), StateOf(DrawCeremony.Replay(new DrawHashes(), script.Events)));
            return;
        }

        Assert.Equal(due, Assert.ThrowsAny<RefusalException>(() => Commands[command](script)).Refusal.Code);
        Assert.Equal(before, StateOf(script.Ceremony));
    }

    [Fact]
    public void Enrol_BesideAParty_RI1305() =>
        RefusalAssert.Input("RI1305", () => With(OperatorParty).Ceremony.Enrol(HostParty with { PersonId = "guan" }));

    [Fact]
    public void GiveSystemValue_LateOrMalformed_RI1330OrRI1308()
    {
        CeremonyScript script = At("Ready");
        RefusalAssert.Input("RI1330", () => script.Ceremony.GiveSystemValue(Value, Late), ("party", Host), ("deadline", "2026-11-23T03:00:00Z"));
        RefusalAssert.Contains("RI1308", () => script.Ceremony.GiveSystemValue(Value.AsSpan(..31), Drawing), ("party", Host));
        script.Do(c => c.GiveSystemValue(Value, Deadlines.Reveal));
        Assert.Equal(Convert.ToHexStringLower(Value), script.Ceremony.Contributions[Host].Contribution.ValueHex);
    }

    [Fact]
    public void Strike_BeforeTheDeadline_RI1329() =>
        RefusalAssert.Input("RI1329", () => At("Ready").Ceremony.Strike(Host, Deadlines.Reveal), ("party", Host), ("deadline", "2026-11-23T03:00:00Z"));

    [Fact]
    public void Draw_SystemValue_OperatorAssuranceAndARecordThatVerifies()
    {
        CeremonyScript script = At("Given");
        string text = $"random-inspection-draw/1\nopening {script.Ceremony.OpeningDigest}\ncontribution host system {Convert.ToHexStringLower(Value)}\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), script.Ceremony.Seed().Hex);
        DrawRecord record = script.Draw();
        Assert.Equal((Assurance.Operator, false, 0, 1), (record.Assurance, record.BreakOff, record.Commitments.Length, record.Contributions.Length));
        RecordVerification verification = new RecordVerifier().Verify(RecordDocument.Write(record), Frames, Keys);
        Assert.All(verification.Steps, step => Assert.Equal(
            step.Id.EndsWith("-signature", StringComparison.Ordinal) ? VerificationStatus.Skipped : VerificationStatus.Ok, step.Status));

        // No fraction more than the deadline: what the record says of a value that came later does not hold.
        DrawRecord late = record with { Contributions = [record.Contributions[0] with { At = Late }] };
        Assert.Equal("times", new RecordVerifier().Verify(RecordDocument.Write(late), Frames, Keys).Steps.First(s => s.Status == VerificationStatus.Failed).Id);
    }

    [Fact]
    public void Write_SystemRecord_TheVectorByteForByte()
    {
        string file = Path.Combine(RepositoryFiles.Vectors, "records", "system.auditor.json");
        Assert.Equal(File.ReadAllText(file), Encoding.UTF8.GetString(RecordDocument.Write(At("Given").Draw())));
    }

    [Fact]
    public void Write_StruckSystemRecord_VoidWithNoValueStruck()
    {
        CeremonyScript script = At("Struck");
        script.Do(c => c.ProposeVoid("主机停机", OperatorPerson));
        script.Do(c => c.ConfirmVoid("shou", Late));
        DrawRecord record = CeremonyRecordOf(script.Ceremony);
        Assert.Equal(("noValue", Host), (record.Struck[0].Reason, record.Struck[0].Party));
        Assert.True(new RecordVerifier().Verify(RecordDocument.Write(record), Frames, Keys).Verifies);
    }

    private static DrawRecord CeremonyRecordOf(DrawCeremony ceremony) => new()
    {
        View = RecordView.Auditor,
        OpeningText = ceremony.Opening!.Text,
        OpenedAt = ceremony.OpenedAt!.Value,
        Commitments = [],
        Contributions = [],
        Struck = [.. ceremony.Struck],
        Voided = new VoidedDraw(ceremony.Voiding!.Reason, ceremony.Voiding.By, ceremony.Voiding.At),
        Assurance = Assurance.Operator,
        BreakOff = false,
    };

    /// <summary>Given: the value stands, which in life is one step with the drawing. Struck: the host missed the deadline.</summary>
    private static CeremonyScript At(string state)
    {
        CeremonyScript script = With(HostParty);
        if (state == "Prepared")
        {
            return script;
        }

        script.Open();
        switch (state)
        {
            case "Given":
                script.Do(c => c.GiveSystemValue(Value, Drawing));
                break;
            case "Struck":
                script.Do(c => c.Strike(Host, Late));
                break;
            case "Drawn":
                script.Do(c => c.GiveSystemValue(Value, Drawing));
                script.Draw();
                break;
            case "Void":
                script.Do(c => c.ProposeVoid("停电", OperatorPerson));
                script.Do(c => c.ConfirmVoid("shou", Start));
                break;
            default:
                break;
        }

        return script;
    }
}
