using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Drawing;

/// <content>What the commands check, and how events change the state.</content>
public sealed partial class DrawCeremony
{
    /// <summary>The digests of a record: the auditor's and the public view by the draw's hash, and the auditor's by SHA-256, which names the file.</summary>
    private (string Auditor, string Everybody, string File) Digests(DrawRecord record)
    {
        IDrawHash hash = _hashes[Opening!.Hash];
        byte[] bytes = RecordDocument.Write(record);
        Digest auditor = hash.Digest(bytes);
        return (auditor.Hex, hash.Digest(RecordDocument.Write(record.ForPublic(auditor))).Hex, Sha256.Instance.Digest(bytes).Hex);
    }

    private static void RequireTogether(ImmutableArray<FrozenTask> tasks)
    {
        if (tasks.Length > MostTasks)
        {
            throw CeremonyRefusals.TooManyTasks.Refuse(("count", tasks.Length), ("most", MostTasks));
        }

        if (tasks.GroupBy(t => t.TaskId, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw DrawingRefusals.DuplicateName.Refuse(("name", twice.Key));
        }

        if (tasks.Length > 1 && tasks.FirstOrDefault(t => t.Embargo != Embargo.None) is { } secret)
        {
            throw CeremonyRefusals.SecretTaskShares.Refuse(("task", secret.TaskId));
        }
    }

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private IEnumerable<OpeningParty> Awaiting(ContributionKind kind) =>
        Opening!.Parties.Where(p => p.Kind == kind && !_contributions.ContainsKey(p.Party) && _struck.All(s => s.Party != p.Party));

    private CeremonyParty Own(string party, string personId)
    {
        CeremonyParty enrolled = _parties.FirstOrDefault(p => p.Name == party) ?? throw DrawingRefusals.UnknownParty.Refuse(("party", party));
        return enrolled.PersonId == personId
            ? enrolled
            : throw CeremonyRefusals.NotYourParty.Refuse(("party", party), ("owner", enrolled.PersonId), ("person", personId));
    }

    private void RequireFirst(string party)
    {
        if (_contributions.ContainsKey(party))
        {
            throw CeremonyRefusals.AlreadyDone.Refuse(("party", party), ("whatZh", "揭示"), ("whatEn", "revealed"));
        }
    }

    /// <summary>What a struck party gives does not count any more, whatever the clock says.</summary>
    private void RequireNotStruck(string party)
    {
        if (_struck.Find(s => s.Party == party) is { } struck)
        {
            Instant deadline = struck.Reason == "notCommitted" ? Opening!.Deadlines!.Commit : Opening!.Deadlines!.Reveal;
            throw CeremonyRefusals.DeadlinePassed.Refuse(("party", party), ("deadline", Moment(deadline)));
        }
    }

    private static void RequireInTime(string party, Instant deadline, Instant at)
    {
        if (at > deadline)
        {
            throw CeremonyRefusals.DeadlinePassed.Refuse(("party", party), ("deadline", Moment(deadline)));
        }
    }

    private void Require(string chinese, string english, params ReadOnlySpan<CeremonyStatus> statuses)
    {
        if (!statuses.Contains(Status))
        {
            throw Refused(chinese, english);
        }
    }

    private void RequireReady(bool match)
    {
        (string chinese, string english) = match ? ("匹配", "matching") : ("抽取", "drawing");
        Require(chinese, english, CeremonyStatus.Ready);
        if (Preparation.Match is not null != match)
        {
            throw Refused(chinese, english);
        }
    }

    private TransitionRefusedException Refused(string chinese, string english)
    {
        (string stateChinese, string stateEnglish) = Preparation.Match is null ? StateWords.Of(Status) : Status switch
        {
            CeremonyStatus.Prepared => ("问题已冻结", "Problem frozen"),
            CeremonyStatus.Ready => ("可以匹配", "Ready to match"),
            _ => StateWords.Of(Status),
        };
        return new TransitionRefusedException(
            CeremonyRefusals.WrongState.With(
                ("draw", Id), ("state", Status), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
            english,
            Status.ToString());
    }

    private T Raise<T>(T happened)
        where T : CeremonyEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(CeremonyEvent happened)
    {
        switch (happened)
        {
            case CeremonyEvent.PartyEnrolled enrolled:
                _parties.Add(enrolled.Party);
                break;
            case CeremonyEvent.Opened opened:
                (Opening, OpeningDigest, OpenedAt, OpeningSignature) = (Opening.Parse(opened.Opening), opened.Digest, opened.At, opened.Signature);
                break;
            case CeremonyEvent.Committed c:
                _commitments.Add(c.Party, new RecordedCommitment(c.Party, Digest.Parse(c.Commitment), c.At, c.Signature));
                break;
            case CeremonyEvent.Revealed r:
                _contributions.Add(r.Party, new RecordedContribution(new Contribution(r.Party, Opening!.Party(r.Party).Kind, r.Value), r.At));
                break;
            case CeremonyEvent.Struck s:
                _struck.Add(new StruckParty(s.Party, s.Cause, s.At));
                break;
            case CeremonyEvent.Drawn drawn:
                Drawing = drawn;
                break;
            case CeremonyEvent.Matched matched:
                Matching = matched;
                break;
            case CeremonyEvent.VoidProposed proposed:
                VoidProposal = proposed;
                break;
            default:
                Voiding = (CeremonyEvent.Voided)happened;
                break;
        }
    }
}
