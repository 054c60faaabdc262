using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>监管对象消息：subjects of another system's directory, merged as a file is; what a message does not name stays as it is, unless it is a full list.</summary>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SubjectMessages(ISubjectDirectory subjects, IInspectorDirectory inspectors, IStaff staff, EventCodec codec)
{
    /// <summary>The effect: one merge for each message, by the partner's agent.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Subjects, ActAsync);

    /// <summary>The payload of subjects.</summary>
    /// <param name="subjects">One or more, codes distinct.</param>
    public static string Write(IEnumerable<Subject> subjects) => Write(subjects, null);

    /// <summary>The payload of subjects that are all there is in a range.</summary>
    /// <param name="subjects">Any number, codes distinct.</param>
    /// <param name="full">The range; <see langword="null"/> where it has only what changed.</param>
    public static string Write(IEnumerable<Subject> subjects, FullList? full) => CanonicalJson.WriteText(json =>
    {
        full?.Write(json);
        json.WriteStartArray("subjects");
        foreach (Subject subject in subjects)
        {
            json.WriteRawValue(SubjectDelta.Line(subject), skipInputValidation: true);
        }

        json.WriteEndArray();
    });

    /// <summary>The subjects of a payload, those of a later day too.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="InputRefusedException">The payload is no such list, or a code stands twice (RI9160); a region or a trade is none (RI9167).</exception>
    public static ImmutableArray<Subject> Read(ExchangeMessage message)
    {
        (ImmutableArray<Subject> subjects, ImmutableArray<DatedSubject> dated, _) = ReadAll(message);
        return [.. subjects, .. dated.Select(one => one.Subject)];
    }

    private static (ImmutableArray<Subject> Subjects, ImmutableArray<DatedSubject> Dated, FullList? Full) ReadAll(ExchangeMessage message) => ExchangePayload.Read<(ImmutableArray<Subject>, ImmutableArray<DatedSubject>, FullList?)>(message, root =>
    {
        (Subject Subject, LocalDate? From)[] all = [.. root.GetProperty("subjects").EnumerateArray().Select(SubjectOf)];
        FullList? full = FullList.Of(root);
        if ((all.Length == 0 && full is null) || all.DistinctBy(one => one.Subject.Code).Count() < all.Length)
        {
            throw new FormatException("no subject, or one twice");
        }

        if (full is not null && ExchangePayload.Word<SubjectStatus>(full.Status) == SubjectStatus.Active)
        {
            throw new FormatException("full.status");
        }

        return (
            [.. all.Where(one => one.From is null).Select(one => one.Subject)],
            [.. all.Where(one => one.From is not null).Select(one => new DatedSubject(one.From!.Value, one.Subject))],
            full);
    });

    /// <summary>A subject as its canonical line, or as an object of the line's fields by name.</summary>
    private static (Subject Subject, LocalDate? From) SubjectOf(JsonElement one) => one.ValueKind == JsonValueKind.Array
        ? (SubjectDelta.Read(System.Text.Encoding.UTF8.GetBytes(one.GetRawText())), null)
        : (new Subject
        {
            Code = one.Text("code"),
            Name = one.Text("name"),
            Region = CodeLists.RegionOf(one.Text("region")),
            Trade = CodeLists.TradeOf(one.Text("trade")),
            CreditClass = one.Text("creditClass"),
            Kind = one.Known("kind") ?? "",
            Scope = one.Known("scope") ?? "",
            EstablishedOn = one.KnownDay("establishedOn"),
            Status = one.Known("status") is { } status ? ExchangePayload.Word<SubjectStatus>(status) : SubjectStatus.Active,
            Tags = SubjectTags.Parse(one.Known("tags") ?? ""),
            Assessment = one.KnownDay("assessedOn") is { } on ? new CreditAssessment(on, one.Text("assessedBy")) : null,
        }, one.KnownDay("from"));

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        (ImmutableArray<Subject> sent, ImmutableArray<DatedSubject> dated, FullList? full) = ReadAll(message);
        Actor actor = new Acting(ExchangeAgents.Of(staff, partner), at).As(DirectorySteps.MergeSubjects);
        SubjectFile file = new($"{partner.Id}/{message.Id}", message.Digest, sent, 0, 0) { Dated = dated };
        if (full is not null)
        {
            ImmutableArray<Subject> leaving = await LeavingAsync(full, [.. sent.Select(one => one.Code), .. dated.Select(one => one.Subject.Code)], cancellation);
            file = file with { Dated = [.. dated, .. leaving.Select(one => new DatedSubject(full.On, one))] };
        }

        if (file.Subjects.Length + file.Dated.Length > 0)
        {
            await new DirectoryWorkflow(log, subjects, inspectors, evidence, codec).MergeAsync(actor, file, at, cancellation);
        }
    }

    /// <summary>Who is there to be inspected by the directory and not by the full list, as they will be; carriers leave with their own lists only.</summary>
    private async Task<ImmutableArray<Subject>> LeavingAsync(FullList full, HashSet<string> named, CancellationToken cancellation)
    {
        ImmutableArray<Subject>.Builder leaving = ImmutableArray.CreateBuilder<Subject>();
        int covered = 0;
        SubjectStatus status = ExchangePayload.Word<SubjectStatus>(full.Status);
        await foreach (Subject one in subjects.ReadAsync(cancellation))
        {
            if (one.Carrier is null && one.Status == SubjectStatus.Active && full.Covers(one.Code)
                && (full.Kind is null || full.Kind == one.Kind) && (full.Regions.IsEmpty || full.Regions.Contains(one.Region)))
            {
                covered++;
                if (!named.Contains(one.Code))
                {
                    leaving.Add(one with { Status = status });
                }
            }
        }

        full.RequireFew(leaving.Count, covered);
        return leaving.ToImmutable();
    }
}
