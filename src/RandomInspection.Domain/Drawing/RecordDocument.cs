using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>The bytes of a record: <c>random-inspection-record/1</c>.</summary>
/// <remarks>Reading is strict: unknown, missing or repeated members and numbers written otherwise are refused.</remarks>
public static partial class RecordDocument
{
    /// <summary>The name of the format.</summary>
    public const string Format = "random-inspection-record/1";

    private const string Published = "published";

    /// <summary>The bytes of a record, members in their order, LF at the end.</summary>
    /// <param name="record">The record.</param>
    public static byte[] Write(DrawRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            .. CanonicalJson.Write(json =>
            {
                json.WriteString("format", Format);
                json.WriteString("view", Word(record.View));
                json.WriteString("outcome", record.Voided is null ? "drawn" : "void");
                json.WriteString("opening", record.OpeningText);
                json.WriteString("openedAt", Moment(record.OpenedAt));
                WriteCeremony(json, record);
                json.WriteString("seed", record.Seed?.Hex);
                json.WriteString("drawnAt", record.DrawnAt is { } at ? Moment(at) : null);
                json.WriteString("assurance", record.Assurance == Assurance.Witnessed ? "witnessed" : "operator");
                json.WriteBoolean("breakOff", record.BreakOff);
                if (record.Classes == ClassPublication.Published)
                {
                    json.WriteString("classes", Published);
                }

                if (record.View != RecordView.Auditor)
                {
                    json.WriteString("auditorDigest", record.AuditorDigest?.Hex);
                }

                if (record.View == RecordView.Subject)
                {
                    WriteSubject(json, record.Subject!);
                }
                else
                {
                    json.WriteStartArray("tasks");
                    foreach (RecordedTask task in record.Tasks)
                    {
                        WriteTask(json, task, record.View, record.Classes);
                    }

                    json.WriteEndArray();
                    if (!record.Matches.IsEmpty)
                    {
                        WriteMatches(json, record.Matches);
                    }
                }
            }),
            (byte)'\n',
        ];
    }

    private static string Word(RecordView view) => view switch
    {
        RecordView.Public => "public",
        RecordView.Auditor => "auditor",
        RecordView.Subject => "subject",
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static string Word(ChanceRemark remark) => remark switch
    {
        ChanceRemark.Certain => "certain",
        ChanceRemark.Never => "never",
        _ => "small",
    };

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static void WriteMatches(Utf8JsonWriter json, ImmutableArray<RecordedMatch> matches)
    {
        json.WriteStartArray("matches");
        foreach (RecordedMatch match in matches)
        {
            json.WriteStartObject();
            json.WriteString("id", match.Id);
            json.WriteNumber("mixFactor", match.MixFactor);
            json.WriteString("resultDigest", match.ResultDigest.Hex);
            json.WriteNumber("seats", match.Seats);
            json.WriteNumber("missing", match.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCeremony(Utf8JsonWriter json, DrawRecord record)
    {
        json.WriteStartArray("commitments");
        foreach (RecordedCommitment commitment in record.Commitments)
        {
            json.WriteStartObject();
            json.WriteString("party", commitment.Party);
            json.WriteString("commitment", commitment.Commitment.Hex);
            json.WriteString("at", Moment(commitment.At));
            json.WriteString("signature", commitment.Signature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contributions");
        foreach (RecordedContribution contribution in record.Contributions)
        {
            json.WriteStartObject();
            json.WriteString("party", contribution.Contribution.Party);
            json.WriteString("kind", contribution.Contribution.Kind.Word());
            json.WriteString("value", contribution.Contribution.ValueHex);
            json.WriteString("at", Moment(contribution.At));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("struck");
        foreach (StruckParty struck in record.Struck)
        {
            json.WriteStartObject();
            json.WriteString("party", struck.Party);
            json.WriteString("reason", struck.Reason);
            json.WriteString("at", Moment(struck.At));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (record.Voided is not { } voided)
        {
            json.WriteNull("void");
            return;
        }

        json.WriteStartObject("void");
        json.WriteString("reason", voided.Reason);
        json.WriteStartArray("by");
        foreach (string person in voided.By)
        {
            json.WriteStringValue(person);
        }

        json.WriteEndArray();
        json.WriteString("at", Moment(voided.At));
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, RecordedTask task, RecordView view, ClassPublication classes)
    {
        bool isAuditors = view == RecordView.Auditor;
        bool isOpen = classes == ClassPublication.Published;
        json.WriteStartObject();
        json.WriteString("id", task.Id);
        json.WriteString("design", task.DesignText);
        json.WriteStartArray("cells");
        foreach (CellResult cell in task.Cells)
        {
            json.WriteStartObject();
            WriteCell(json, cell.Expectation.Count.Cell);
            json.WriteNumber("population", cell.Expectation.Count.Population);
            json.WriteNumber("drawable", cell.Expectation.Count.Drawable);
            json.WriteString("expectedNano", cell.Expectation.ExpectedNano.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("size", cell.Size);
            if (isAuditors || isOpen)
            {
                json.WriteString("cutoff", cell.Cutoff?.ToString());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("selected");
        foreach ((int place, SelectedUnit selected) in task.Selected.Index())
        {
            json.WriteStartObject();
            if (isOpen)
            {
                WriteCell(json, task.SelectedCells[place]);
            }

            json.WriteString("ticket", selected.Ticket.ToString());
            json.WriteString("id", selected.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (isAuditors)
        {
            json.WriteStartArray("reserves");
            foreach (ReserveUnit reserve in task.Reserves)
            {
                json.WriteStartObject();
                WriteCell(json, reserve.Cell);
                json.WriteString("ticket", reserve.Ticket.ToString());
                json.WriteString("id", reserve.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("flags");
        foreach ((Cell cell, ChanceRemark remark) in task.Remarks)
        {
            json.WriteStartObject();
            WriteCell(json, cell);
            json.WriteString("flag", Word(remark));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (isAuditors || isOpen)
        {
            json.WriteStartObject("directory");
            if (task.Directory!.VersionText is { } version)
            {
                json.WriteString("version", version);
            }
            else
            {
                json.WriteNumber("version", task.Directory.Version);
            }

            json.WriteString("criteria", task.Directory.Criteria);
            json.WriteStartObject("leftOut");
            foreach ((string reason, long count) in task.Directory.LeftOut)
            {
                json.WriteNumber(reason, count);
            }

            json.WriteEndObject();
            if (task.Directory.Resting is { } resting)
            {
                json.WriteStartObject("resting");
                foreach ((string reason, long count) in resting)
                {
                    json.WriteNumber(reason, count);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        json.WriteString("stratum", cell.Stratum.Text);
        json.WriteString("class", cell.Class);
    }

    private static void WriteSubject(Utf8JsonWriter json, RecordedSubject subject)
    {
        json.WriteStartObject("subject");
        json.WriteString("task", subject.Task);
        json.WriteStartObject("line");
        json.WriteString("id", subject.Proof.Unit.Id);
        WriteCell(json, new Cell(subject.Proof.Unit.Stratum, subject.Proof.Unit.Class));
        json.WriteString("standing", subject.Proof.Unit.Standing == Standing.Drawable ? "drawable" : "resting");
        json.WriteEndObject();
        json.WriteString("salt", subject.Proof.Salt);
        json.WriteNumber("leafIndex", subject.Proof.LeafIndex);
        json.WriteNumber("frameSize", subject.Proof.FrameSize);
        json.WriteString("frameRoot", subject.FrameRoot.Hex);
        json.WriteStartArray("proof");
        foreach (Digest node in subject.Proof.Path)
        {
            json.WriteStringValue(node.Hex);
        }

        json.WriteEndArray();
        json.WriteString("cutoff", subject.Cutoff?.ToString());
        json.WriteString("ticket", subject.Ticket.ToString());
        json.WriteBoolean("drawn", subject.Drawn);
        if (!subject.RestingReasons.IsEmpty)
        {
            json.WriteStartArray("restingReasons");
            foreach (string reason in subject.RestingReasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
