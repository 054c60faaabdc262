using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Checks everything that a record's view allows, and the frame where it is given.</summary>
/// <remarks>Source: random-inspection-draw/1 §7, random-inspection-record/1.</remarks>
/// <param name="hashes">The hashes that openings may name.</param>
public sealed class RecordVerifier(DrawHashes hashes)
{
    /// <summary>A verifier that knows SHA-256.</summary>
    public RecordVerifier()
        : this(new DrawHashes())
    {
    }

    /// <summary>Verifies a record. What is malformed is a failed step, not an exception.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="frames">Canonical frame files by task id; empty where they are not at hand. One that is given is checked in every view.</param>
    /// <param name="keys">Frame keys by task id, as given.</param>
    public RecordVerification Verify(
        ReadOnlySpan<byte> record, IReadOnlyDictionary<string, byte[]> frames, IReadOnlyDictionary<string, FrameKey> keys)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(keys);
        VerificationSteps steps = new();
        DrawRecord? read = null;
        Opening? opening = null;
        IDrawHash? hash = null;
        byte[] bytes = record.ToArray();
        steps.Check("format", "记录格式", "the record's format", () =>
        {
            read = RecordDocument.Read(bytes);
            return null;
        });
        if (read is null)
        {
            return steps.Done();
        }

        steps.Check("opening", "开启文件", "the opening", () =>
        {
            Opening parsed = Opening.Parse(read.OpeningText);
            hash = hashes[parsed.Hash];
            opening = parsed;
            return null;
        });
        if (opening is null || hash is null)
        {
            return steps.Done();
        }

        VerifyCeremony(steps, read, opening, hash);
        if (read.Subject is { } subject)
        {
            SubjectVerification.Verify(steps, read, subject, opening, hash);
            if (frames.GetValueOrDefault(subject.Task) is { } file && keys.GetValueOrDefault(subject.Task) is { } key)
            {
                steps.Check("frame", $"{subject.Task} 的名单", $"{subject.Task}: the frame", () =>
                    FrameTree.Root(FrameFile.Read(file), key, hash) == subject.FrameRoot ? null : ("名单根与开启文件不符", "its root is not the opening's"));
            }
        }
        else if (read.Seed is { } seed)
        {
            if (!read.Tasks.Select(t => t.Id).SequenceEqual(opening.Tasks.Select(t => t.Id)))
            {
                steps.Fail("tasks", "任务与开启文件不符", "the tasks are not those of the opening");
                return steps.Done();
            }

            VerifyMatches(steps, read, opening);
            foreach ((RecordedTask task, OpeningTask opened) in read.Tasks.Zip(opening.Tasks))
            {
                TaskVerification verification = new(steps, read.View, task, opened, seed, opening.Hash, hashes);
                verification.Verify(frames.GetValueOrDefault(task.Id), keys.GetValueOrDefault(task.Id));
            }
        }
        else if (!read.Tasks.IsEmpty || !read.Matches.IsEmpty)
        {
            steps.Fail("tasks", "作废的抽取不得有结果", "a void draw has no result");
        }

        return steps.Done();
    }

    private static void VerifyCeremony(VerificationSteps steps, DrawRecord record, Opening opening, IDrawHash hash)
    {
        Digest openingDigest = hash.Digest(opening.Text);
        steps.Check("commitments", "承诺与揭示", "commitments and reveals", () =>
        {
            string[] order = [.. opening.Parties.Select(p => p.Party)];
            if (!InOrder(record.Commitments.Select(c => c.Party), order) || !InOrder(record.Contributions.Select(c => c.Contribution.Party), order))
            {
                return ("参与方不符或次序不符", "parties are unknown, repeated or out of order");
            }

            HashSet<string> struck = [.. record.Struck.Select(s => s.Party)];
            if (struck.Count != record.Struck.Length || struck.Overlaps(record.Contributions.Select(c => c.Contribution.Party)) || !struck.IsSubsetOf(order))
            {
                return ("剔除的参与方不符", "the struck parties do not fit");
            }

            foreach (RecordedContribution given in record.Contributions)
            {
                SeedText.Check(opening, given.Contribution);
                RecordedCommitment? commitment = record.Commitments.FirstOrDefault(c => c.Party == given.Contribution.Party);
                bool committed = given.Contribution.Kind == ContributionKind.Committed;
                if (committed != commitment is not null)
                {
                    return ($"{given.Contribution.Party} 的承诺缺失或多余", $"{given.Contribution.Party}: a commitment is missing or too many");
                }

                if (committed && SeedText.Commitment(opening, given.Contribution.Party, given.Contribution.ValueHex, hash) != commitment!.Commitment)
                {
                    return ($"{given.Contribution.Party} 揭示的值与其承诺不符", $"{given.Contribution.Party}: the revealed value does not match the commitment");
                }
            }

            foreach (StruckParty party in record.Struck)
            {
                string due = opening.Party(party.Party).Kind != ContributionKind.Committed ? "noValue"
                    : record.Commitments.Any(c => c.Party == party.Party) ? "notRevealed"
                    : "notCommitted";
                if (party.Reason != due)
                {
                    return ($"{party.Party} 的剔除原因应为 {due}", $"{party.Party}: struck for {due}, not for {party.Reason}");
                }
            }

            if (record.Voided is null && opening.Parties.Any(p => !struck.Contains(p.Party) && record.Contributions.All(c => c.Contribution.Party != p.Party)))
            {
                return ("有参与方既未揭示也未剔除", "a party neither revealed nor was struck out");
            }

            return null;
        });

        steps.Check("signatures", "参与方签名", "the parties' signatures", () =>
        {
            foreach (RecordedCommitment commitment in record.Commitments)
            {
                string? key = opening.Party(commitment.Party).Key;
                bool holds = key is null
                    ? commitment.Signature is null
                    : commitment.Signature is not null
                        && PartySignature.Verify(key, SeedText.CommitmentToSign(openingDigest, commitment.Party, commitment.Commitment), commitment.Signature);
                if (!holds)
                {
                    return ($"{commitment.Party} 的签名无效", $"{commitment.Party}: the signature does not verify");
                }
            }

            return null;
        });

        steps.Check("times", "各步骤的时刻", "the moments", () => RecordTimes.OutOfOrder(record, opening));

        if (record.Seed is { } seed)
        {
            steps.Check("seed", $"种子 {seed}", $"the seed {seed}", () =>
                SeedText.Seed(opening, [.. record.Contributions.Select(c => c.Contribution)], hash) == seed
                    ? null
                    : ("与各方的值算出的不同", "it is not what the values give"));
        }

        steps.Check("assurance", "见证程度", "the assurance", () =>
            SeedAssurance.Of(opening, [.. record.Contributions.Select(c => c.Contribution.Party)]) == record.Assurance && SeedAssurance.CanBreakOff(opening) == record.BreakOff
                ? null
                : ("与开启文件及各方的值不符", "it does not follow from the opening and the values"));
    }

    /// <summary>A match is recomputed from its sealed problem by <c>ri match</c>; here only that it is the opening's is checked.</summary>
    private static void VerifyMatches(VerificationSteps steps, DrawRecord record, Opening opening)
    {
        if (!record.Matches.Select(m => m.Id).SequenceEqual(opening.Matches.Select(m => m.Id)))
        {
            steps.Fail("matches", "匹配与开启文件不符", "the matches are not those of the opening");
            return;
        }

        foreach (RecordedMatch match in record.Matches)
        {
            steps.Skip(
                $"match.{match.Id}",
                $"{match.Id} 的检查组：问题文件启封后，以 ri match 和本种子重算，结果摘要应为 {match.ResultDigest}",
                $"{match.Id}: the teams: once the problem is unsealed, recompute them with ri match and this seed; the result's digest should be {match.ResultDigest}");
        }
    }

    private static bool InOrder(IEnumerable<string> parties, string[] order)
    {
        int last = -1;
        foreach (string party in parties)
        {
            int place = Array.IndexOf(order, party);
            if (place <= last)
            {
                return false;
            }

            last = place;
        }

        return true;
    }
}
