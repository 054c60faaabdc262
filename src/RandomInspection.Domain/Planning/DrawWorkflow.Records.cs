using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

public sealed partial class DrawWorkflow
{
    /// <summary>The bytes of a draw's record in the public view; <see langword="null"/> before it has ended, and for a match, which is sealed.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> PublicRecordAsync(string draw, CancellationToken cancellation) =>
        (await FindAsync(draw, cancellation)).Preparation.Match is null
        && await AuditorRecordAsync(draw, cancellation) is { } bytes && Read(bytes) is var record
            ? RecordDocument.Write(record.ForPublic(DigestOf(record, bytes)))
            : null;

    /// <summary>The bytes of a draw's record in the auditor's view; <see langword="null"/> before it has ended.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> AuditorRecordAsync(string draw, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await FindAsync(draw, cancellation);
        return (ceremony.Drawing?.RecordFile ?? ceremony.Matching?.RecordFile ?? ceremony.Voiding?.RecordFile) is { } file ? await EvidenceAsync(file, cancellation) : null;
    }

    /// <summary>The bytes of a draw's record in one subject's view; <see langword="null"/> if it is not drawn or the subject not in its frame.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="code">The subject's code.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="taskId">The task; <see langword="null"/> for the first in whose frame the subject stands.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> SubjectRecordAsync(string draw, string code, CancellationToken cancellation, string? taskId = null)
    {
        DrawCeremony ceremony = await FindAsync(draw, cancellation);
        if (ceremony.Drawing is null || await AuditorRecordAsync(draw, cancellation) is not { } bytes)
        {
            return null;
        }

        DrawRecord record = Read(bytes);
        foreach (FrozenTask task in ceremony.Preparation.Tasks.Where(t => taskId is null || t.TaskId == taskId))
        {
            Frame frame = await FrameOfAsync(task, cancellation);
            FrameKey key = await FrameKeyAsync(draw, task.TaskId, cancellation);
            if (RecordBuilder.Subject(record, task.TaskId, frame, key, code, engine, hashes) is { } subject)
            {
                if (subject.Proof.Unit.Standing == Standing.Resting && await RestingFileAsync(draw, task.TaskId, cancellation) is { } file)
                {
                    subject = subject with { RestingReasons = RestingFile.Read(file).GetValueOrDefault(code, []) };
                }

                return RecordDocument.Write(record.ForSubject(DigestOf(record, bytes), subject));
            }
        }

        return null;
    }

    /// <summary>The document of the opening's signature; <see langword="null"/> before it is published, and where the host did not sign.</summary>
    /// <param name="draw">The draw, or a match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> OpeningSignatureAsync(string draw, CancellationToken cancellation) =>
        (await FindAsync(draw, cancellation)).OpeningSignature?.Write();

    /// <summary>The document of the public record's signature; <see langword="null"/> before it has ended, where the host did not sign, and for a match, which is sealed.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> PublicSignatureAsync(string draw, CancellationToken cancellation) =>
        await FindAsync(draw, cancellation) is { Preparation.Match: null, RecordSignatures: { } signatures } ? signatures.Public.Write() : null;

    /// <summary>The document of the auditor's record's signature; <see langword="null"/> before it has ended, and where the host did not sign.</summary>
    /// <param name="draw">The draw, or a match.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011).</exception>
    public async Task<byte[]?> AuditorSignatureAsync(string draw, CancellationToken cancellation) =>
        (await FindAsync(draw, cancellation)).RecordSignatures?.Auditor.Write();

    /// <summary>The document of a signature of one subject's record, made now; <see langword="null"/> as for the record itself, and where the host does not sign.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="code">The subject's code.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011); the signer fails (RI1342, RI1343).</exception>
    public async Task<byte[]?> SubjectSignatureAsync(string draw, string code, CancellationToken cancellation) =>
        await SubjectRecordAsync(draw, code, cancellation) is { } bytes
        && await signer.SignAsync(bytes, Opening.Parse(Read(bytes).OpeningText).Hash, cancellation) is { } signature
            ? signature.Write()
            : null;

    /// <summary>The canonical frame file of a task, for an auditor.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011) or task (RI2009).</exception>
    public async Task<byte[]> FrameFileAsync(string draw, string taskId, CancellationToken cancellation) =>
        await EvidenceAsync((await FrozenAsync(draw, taskId, cancellation)).FrameFile, cancellation);

    /// <summary>The file that lists each resting unit of a task with its reasons, for an auditor; <see langword="null"/> if the task has no resting rules.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011) or task (RI2009).</exception>
    public async Task<byte[]?> RestingFileAsync(string draw, string taskId, CancellationToken cancellation) =>
        (await FrozenAsync(draw, taskId, cancellation)).RestingFile is { } file ? await EvidenceAsync(file, cancellation) : null;

    /// <summary>The file that lists each unit of a task that counts as another class because it is on a dishonesty list, for an auditor; <see langword="null"/> if none does.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011) or task (RI2009).</exception>
    public async Task<byte[]?> ListedFileAsync(string draw, string taskId, CancellationToken cancellation) =>
        (await FrozenAsync(draw, taskId, cancellation)).ListedFile is { } file ? await EvidenceAsync(file, cancellation) : null;

    /// <summary>The key of a task's frame, for an auditor.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such draw (RI2011) or task (RI2009).</exception>
    public async Task<FrameKey> FrameKeyAsync(string draw, string taskId, CancellationToken cancellation) =>
        FrameKey.Parse(Encoding.ASCII.GetString(await EvidenceAsync((await FrozenAsync(draw, taskId, cancellation)).FrameKey, cancellation)));

    internal async Task<RecordSignatures?> SignAsync(DrawRecord record, CancellationToken cancellation) =>
        await signer.SignAsync(record, Opening.Parse(record.OpeningText).Hash, cancellation);

    private static DrawRecord Read(byte[] bytes) => RecordDocument.Read(bytes);

    private Digest DigestOf(DrawRecord record, byte[] bytes) => hashes[Opening.Parse(record.OpeningText).Hash].Digest(bytes);

    private Task<string> KeepAsync(DrawRecord record, CancellationToken cancellation) => evidence.PutAsync(RecordDocument.Write(record), cancellation);

    private async Task<FrozenTask> FrozenAsync(string draw, string taskId, CancellationToken cancellation) =>
        (await FindAsync(draw, cancellation)).Preparation.Tasks.FirstOrDefault(t => t.TaskId == taskId)
        ?? throw PlanningRefusals.UnknownTask.Refuse(("task", taskId));

    private async Task<Frame> FrameOfAsync(FrozenTask task, CancellationToken cancellation) =>
        FrameFile.Read(await EvidenceAsync(task.FrameFile, cancellation));

    private async Task<byte[]> EvidenceAsync(string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw new InvalidOperationException($"The evidence {digest} that the ledger names is gone: restore it from a backup.");
}
