using System.Collections.Immutable;
using System.Text;
using RandomInspection.Drawing.Scale;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>Checks everything that a record's view allows, and the frame where it is given.</summary>
/// <remarks>Source: random-inspection-draw/1 §7, random-inspection-record/1.</remarks>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="algorithms">The algorithms that signatures may name.</param>
public sealed class RecordVerifier(DrawHashes hashes, SignatureAlgorithms algorithms)
{
    /// <summary>A verifier that knows SHA-256, and ECDSA on P-256.</summary>
    public RecordVerifier()
        : this(new DrawHashes())
    {
    }

    /// <summary>A verifier that knows ECDSA on P-256.</summary>
    /// <param name="hashes">The hashes that openings may name.</param>
    public RecordVerifier(DrawHashes hashes)
        : this(hashes, new SignatureAlgorithms())
    {
    }

    /// <summary>Verifies a record. What is malformed is a failed step, not an exception.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="frames">Canonical frame files by task id; empty where they are not at hand. One that is given is checked in every view.</param>
    /// <param name="keys">Frame keys by task id, as given.</param>
    /// <param name="digest">The digest that the record is said to have, for example in the ledger; <see langword="null"/> where it is not at hand.</param>
    /// <param name="given">The signatures that the reader has; none if <see langword="null"/>.</param>
    /// <param name="partitions">By task id, all partitions of a frame that is kept in several places, one or more; they take the place of its file in <paramref name="frames"/>.</param>
    public RecordVerification Verify(
        ReadOnlySpan<byte> record,
        IReadOnlyDictionary<string, byte[]> frames,
        IReadOnlyDictionary<string, FrameKey> keys,
        Digest? digest = null,
        GivenSignatures? given = null,
        IReadOnlyDictionary<string, ImmutableArray<PartitionFile>>? partitions = null)
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
            return read.Seed is null || read.Subject is not null || read.Tasks.Select(t => t.Id).SequenceEqual(parsed.Tasks.Select(t => t.Id))
                ? null
                : ("任务与记录不符", "its tasks are not those of the record");
        });
        if (opening is null || hash is null)
        {
            return steps.Done();
        }

        if (digest is not null)
        {
            Digest found = hash.Digest(bytes);
            steps.Check("digest", $"记录的摘要 {digest}", $"the record's digest {digest}", () => found == digest ? null : ($"实为 {found}", $"it is {found}"));
        }

        new SignatureVerification(steps, given ?? GivenSignatures.None, hash, algorithms).Verify(bytes, Encoding.UTF8.GetBytes(read.OpeningText));
        VerifyCeremony(steps, read, opening, hash);
        if (read.Subject is { } subject)
        {
            SubjectVerification.Verify(steps, read, subject, opening, hash);
            if (partitions?.GetValueOrDefault(subject.Task) is { IsDefault: false } parts && keys.GetValueOrDefault(subject.Task) is { } whole)
            {
                _ = PartitionsVerification.Verify(steps, subject.Task, parts, whole, subject.FrameRoot, null, hash);
            }
            else if (frames.GetValueOrDefault(subject.Task) is { } file && keys.GetValueOrDefault(subject.Task) is { } key)
            {
                steps.Check("frame", $"{subject.Task} 的名单", $"{subject.Task}: the frame", () =>
                    FrameTree.Root(FrameFile.Read(file), key, hash) == subject.FrameRoot ? null : ("名单根与开启文件不符", "its root is not the opening's"));
            }
        }
        else if (read.Seed is { } seed)
        {
            VerifyMatches(steps, read, opening);
            foreach (RecordedTask task in read.Tasks)
            {
                if (opening.Tasks.FirstOrDefault(t => t.Id == task.Id) is not { } opened)
                {
                    continue; // the step "opening" says so
                }

                TaskVerification verification = new(steps, read, task, opened, seed, opening.Hash, hashes);
                verification.Verify(frames.GetValueOrDefault(task.Id), keys.GetValueOrDefault(task.Id), partitions?.GetValueOrDefault(task.Id) ?? default);
            }
        }
        else
        {
            steps.Check("void", "作废", "voided", () => read.Voided!.By[0] != read.Voided.By[1] ? null : ("须由两人办理", "it takes two persons"));
        }

        return steps.Done();
    }

    private static void VerifyCeremony(VerificationSteps steps, DrawRecord record, Opening opening, IDrawHash hash)
    {
        Digest openingDigest = hash.Digest(opening.Text);
        string[] order = [.. opening.Parties.Select(p => p.Party)];
        steps.Check("commitments", "各方的承诺", "the commitments", () =>
        {
            if (!InOrder(record.Commitments.Select(c => c.Party), order))
            {
                return ("参与方不符或次序不符", "parties are unknown, repeated or out of order");
            }

            foreach (RecordedCommitment commitment in record.Commitments)
            {
                if (opening.Party(commitment.Party).Kind != ContributionKind.Committed)
                {
                    return ($"{commitment.Party} 不应有承诺", $"{commitment.Party} makes no commitment");
                }

                if (record.Contributions.FirstOrDefault(c => c.Contribution.Party == commitment.Party) is { } given
                    && SeedText.Commitment(opening, given.Contribution.Party, given.Contribution.ValueHex, hash) != commitment.Commitment)
                {
                    return ($"{commitment.Party} 揭示的值与其承诺不符", $"{commitment.Party}: the revealed value does not match the commitment");
                }
            }

            return record.Contributions.FirstOrDefault(c => c.Contribution.Kind == ContributionKind.Committed && record.Commitments.All(made => made.Party != c.Contribution.Party)) is { } without
                ? ($"{without.Contribution.Party} 没有承诺", $"{without.Contribution.Party} had made no commitment")
                : null;
        });

        steps.Check("contributions", "各方的值", "the parties' values", () =>
        {
            if (!InOrder(record.Contributions.Select(c => c.Contribution.Party), order))
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

            return record.Voided is not null ? null
                : order.FirstOrDefault(party => !struck.Contains(party) && record.Contributions.All(c => c.Contribution.Party != party)) is { } silent
                    ? ($"{silent} 既未揭示也未剔除", $"{silent} neither revealed nor was struck out")
                : record.Contributions.IsEmpty ? ("没有任何值，应当作废", "no value is left: the draw is void")
                : null;
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

        (string assuranceChinese, string assuranceEnglish) = AssuranceOf(record);
        steps.Check("assurance", assuranceChinese, assuranceEnglish, () =>
            SeedAssurance.Of(opening, [.. record.Contributions.Select(c => c.Contribution.Party)]) == record.Assurance && SeedAssurance.CanBreakOff(opening) == record.BreakOff
                ? null
                : ("与开启文件及各方的值不符", "it does not follow from the opening and the values"));
    }

    /// <summary>The assurance as the record states it, and what remains possible: it stands wherever the draw is.</summary>
    private static (string Chinese, string English) AssuranceOf(DrawRecord record)
    {
        (string chinese, string english) = StateWords.Of(record.Assurance);
        string broken = record.BreakOff ? $"；{StateWords.BreakOff.Chinese.TrimEnd('。')}" : "";
        return ($"见证程度：{chinese}{broken}", $"the assurance: {english}{(record.BreakOff ? $". {StateWords.BreakOff.English.TrimEnd('.')}" : "")}");
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
