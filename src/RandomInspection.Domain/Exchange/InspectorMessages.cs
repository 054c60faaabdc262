using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>执法检查人员消息：inspectors of another system's directory, merged as a file is; of a full list, whom it does not name has left the post.</summary>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="staff">The persons and departments.</param>
/// <param name="codec">The events of the log.</param>
public sealed class InspectorMessages(ISubjectDirectory subjects, IInspectorDirectory inspectors, IStaff staff, EventCodec codec)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The effect: one merge for each message, by the partner's agent.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Inspectors, ActAsync);

    /// <summary>The payload of inspectors.</summary>
    /// <param name="inspectors">One or more, ids distinct.</param>
    public static string Write(IEnumerable<Inspector> inspectors) => Write(inspectors, null);

    /// <summary>The payload of inspectors who are all there are of a department in a range.</summary>
    /// <param name="inspectors">Any number, ids distinct.</param>
    /// <param name="full">The range; <see langword="null"/> where it has only what changed.</param>
    public static string Write(IEnumerable<Inspector> inspectors, FullList? full) => CanonicalJson.WriteText(json =>
    {
        full?.Write(json);
        json.WriteStartArray("inspectors");
        foreach (Inspector one in inspectors)
        {
            Write(json, one);
        }

        json.WriteEndArray();
    });

    private static (ImmutableArray<Inspector> Inspectors, FullList? Full) ReadAll(ExchangeMessage message) => ExchangePayload.Read(message, root =>
    {
        ImmutableArray<Inspector> read = [.. root.GetProperty("inspectors").EnumerateArray().Select(InspectorOf)];
        FullList? full = FullList.Of(root);
        if ((read.IsEmpty && full is null) || read.DistinctBy(one => one.Id).Count() < read.Length)
        {
            throw new FormatException("no inspector, or one twice");
        }

        return full is null or { Status: nameof(InspectorStatus.Left), Department: not null } ? (read, full) : throw new FormatException("full");
    });

    private static Inspector InspectorOf(JsonElement one) => new()
    {
        Id = one.Text("id"),
        Name = one.Text("name"),
        DepartmentId = one.Text("department"),
        Kind = ExchangePayload.Word<InspectorKind>(one.Text("kind")),
        Level = ExchangePayload.Word<InspectorLevel>(one.Text("level")),
        Regions = [.. one.Texts("regions").Select(CodeLists.RegionOf)],
        Qualifications = one.Texts("qualifications"),
        Certificates = one.TryGetProperty("certificates", out JsonElement certificates)
            ? [.. certificates.EnumerateArray().Select(c => new Certificate(c.Text("number"), c.Day("from"), c.Day("to")))]
            : [],
        Leave = one.TryGetProperty("leave", out JsonElement leave) ? [.. leave.EnumerateArray().Select(l => new DateInterval(l.Day("from"), l.Day("to")))] : [],
        Capacity = one.Number("capacity"),
        Status = one.Known("status") is { } status ? ExchangePayload.Word<InspectorStatus>(status) : InspectorStatus.Active,
    };

    private static void Write(Utf8JsonWriter json, Inspector one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteString("name", one.Name);
        json.WriteString("department", one.DepartmentId);
        json.WriteString("kind", one.Kind.ToString());
        json.WriteString("level", one.Level.ToString());
        Texts("regions", one.Regions);
        Texts("qualifications", one.Qualifications);
        json.WriteStartArray("certificates");
        foreach (Certificate certificate in one.Certificates)
        {
            json.WriteStartObject();
            json.WriteString("number", certificate.Number);
            Span(certificate.ValidFrom, certificate.ValidTo);
        }

        json.WriteEndArray();
        json.WriteStartArray("leave");
        foreach (DateInterval leave in one.Leave)
        {
            json.WriteStartObject();
            Span(leave.Start, leave.End);
        }

        json.WriteEndArray();
        if (one.Capacity is { } capacity)
        {
            json.WriteNumber("capacity", capacity);
        }

        json.WriteString("status", one.Status.ToString());
        json.WriteEndObject();

        void Texts(string name, ImmutableArray<string> texts)
        {
            json.WriteStartArray(name);
            texts.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        void Span(LocalDate from, LocalDate to)
        {
            json.WriteString("from", LocalDatePattern.Iso.Format(from));
            json.WriteString("to", LocalDatePattern.Iso.Format(to));
            json.WriteEndObject();
        }
    }

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        (ImmutableArray<Inspector> sent, FullList? full) = ReadAll(message);
        Actor actor = new Acting(ExchangeAgents.Of(staff, partner), at).As(DirectorySteps.MergeInspectors);
        foreach (string department in sent.Select(one => one.DepartmentId).Concat(full is null ? [] : [full.Department!]).Distinct())
        {
            _ = staff.FindDepartment(department)
                ?? throw InspectorRefusals.DepartmentUnknown.Refuse(("value", ShownText.Of(department)), ("known", string.Join("、", staff.Departments.Select(one => one.Id))));
        }

        ImmutableArray<Inspector> leaving = full is null ? [] : await LeavingAsync(full, [.. sent.Select(one => one.Id)], at.InZone(Zone).Date, cancellation);
        if (sent.Length + leaving.Length > 0)
        {
            await new DirectoryWorkflow(log, subjects, inspectors, evidence, codec)
                .MergeInspectorsAsync(actor, new InspectorFile($"{partner.Id}/{message.Id}", message.Digest, [.. sent, .. leaving], 0, 0), at, cancellation);
        }
    }

    private async Task<ImmutableArray<Inspector>> LeavingAsync(FullList full, HashSet<string> named, LocalDate today, CancellationToken cancellation)
    {
        if (full.On > today)
        {
            throw ExchangeRefusals.NotYet.Refuse(("day", $"{full.On:R}"), ("today", $"{today:R}"));
        }

        ImmutableArray<Inspector>.Builder leaving = ImmutableArray.CreateBuilder<Inspector>();
        int covered = 0;
        await foreach (Inspector one in inspectors.ReadAsync(full.Department, cancellation))
        {
            if (one.Status == InspectorStatus.Active && full.Covers(one.Id))
            {
                covered++;
                if (!named.Contains(one.Id))
                {
                    leaving.Add(one with { Status = InspectorStatus.Left });
                }
            }
        }

        full.RequireFew(leaving.Count, covered);
        return leaving.ToImmutable();
    }
}
