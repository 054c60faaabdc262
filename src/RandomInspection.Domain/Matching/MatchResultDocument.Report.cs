using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Matching;

public static partial class MatchResultDocument
{
    private static void WriteReport(Utf8JsonWriter json, MatchReport report)
    {
        json.WriteStartObject("report");
        json.WriteNumber("squareSum", report.SquareSum);
        json.WriteNumber("movableSeats", report.MovableSeats);
        json.WriteNumber("keptSeats", report.KeptSeats);
        json.WriteStartArray("classes");
        foreach (TeamClass of in report.Classes)
        {
            json.WriteStartObject();
            WriteNeed(json, of.Need, of.Window);
            json.WriteNumber("teams", of.Teams);
            json.WriteNumber("seats", of.Seats);
            json.WriteNumber("pool", of.Pool);
            json.WriteStartArray("largestChance");
            json.WriteNumberValue(of.LargestChance.Numerator);
            json.WriteNumberValue(of.LargestChance.Denominator);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("forced");
        foreach (ForcedPair pair in report.Forced)
        {
            json.WriteStartObject();
            json.WriteString("visit", pair.Visit);
            json.WriteString("department", pair.Department);
            json.WriteString("inspector", pair.Inspector);
            json.WriteString("by", pair.By == ForcedBy.Feasibility ? "feasibility" : "balance");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShortage(Utf8JsonWriter json, Shortage shortage)
    {
        json.WriteStartObject("short");
        json.WriteNumber("missing", shortage.Missing);
        json.WriteStartArray("parts");
        foreach (ShortagePart part in shortage.Parts)
        {
            json.WriteStartObject();
            WriteBoth(json, "words", part.Words.Reason);
            WriteBoth(json, "remedy", part.Words.Remedy);
            json.WriteNumber("seats", part.Seats);
            json.WriteNumber("capacity", part.Capacity);
            json.WriteNumber("singleUse", part.SingleUse);
            json.WriteNumber("missing", part.Missing);
            json.WriteStartArray("demand");
            foreach (ShortTeams teams in part.Demand)
            {
                json.WriteStartObject();
                WriteNeed(json, teams.Need, teams.Window);
                json.WriteNumber("visits", teams.Visits);
                json.WriteNumber("seats", teams.Seats);
                json.WriteNumber("missing", teams.Missing);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteTexts(json, "visits", part.Visits);
            WriteTexts(json, "inspectors", part.Inspectors);
            WriteTexts(json, "singleUseInspectors", part.SingleUseInspectors);
            json.WriteStartArray("out");
            foreach (InspectorsOut reason in part.Out)
            {
                json.WriteStartObject();
                json.WriteString("code", reason.Reason.Code);
                WriteBoth(json, "reason", language => language == Language.Chinese ? reason.Reason.Chinese : reason.Reason.English);
                json.WriteNumber("count", reason.Inspectors.Length);
                WriteTexts(json, "inspectors", reason.Inspectors);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteRelaxations(json, part);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelaxations(Utf8JsonWriter json, ShortagePart part)
    {
        if (!part.RelaxationsTried)
        {
            json.WriteNull("relaxations");
            return;
        }

        json.WriteStartArray("relaxations");
        foreach (Relaxation relaxation in part.Relaxations)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(relaxation.Kind));
            WriteTexts(json, "inspectors", relaxation.Inspectors);
            if (relaxation.Capacity is { } capacity)
            {
                json.WriteNumber("capacity", capacity);
            }

            json.WriteNumber("helps", relaxation.Helps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNeed(Utf8JsonWriter json, TeamNeed need, DateInterval? window)
    {
        json.WriteString("department", need.Department);
        WriteTexts(json, "qualifications", need.Qualifications);
        WriteTexts(json, "regions", need.Regions);
        if (window is not null)
        {
            json.WriteStartObject("window");
            json.WriteString("from", LocalDatePattern.Iso.Format(window.Start));
            json.WriteString("to", LocalDatePattern.Iso.Format(window.End));
            json.WriteEndObject();
        }
    }

    private static void WriteBoth(Utf8JsonWriter json, string name, Func<Language, string> text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text(Language.Chinese));
        json.WriteString("en", text(Language.English));
        json.WriteEndObject();
    }

    private static string Word(RelaxationKind kind) => kind switch
    {
        RelaxationKind.OtherRegions => "otherRegions",
        RelaxationKind.Capacity => "capacity",
        RelaxationKind.Leave => "leave",
        RelaxationKind.Certificate => "certificate",
        RelaxationKind.DirectAssignment => "directAssignment",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
