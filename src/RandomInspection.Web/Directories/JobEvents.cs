using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>The progress of a job as server-sent events: <c>progress</c> several times a second, <c>done</c> at the end.</summary>
internal static class JobEvents
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public static IResult Follow(string id, HttpContext context, ImportJobs jobs, Tongue tongue)
    {
        if (jobs.Find(id) is not { } job)
        {
            return Results.NotFound();
        }

        // A proxy that collects an answer before handing it on would hold back all progress.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(job, tongue.Language, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<Tick>> EventsAsync(ImportJob job, Language language, [EnumeratorCancellation] CancellationToken aborted)
    {
        while (!job.Completion.IsCompleted)
        {
            yield return new SseItem<Tick>(Tick.Of(job, language), "progress");
            await Task.WhenAny(job.Completion, Task.Delay(Beat, aborted));
            aborted.ThrowIfCancellationRequested();
        }

        yield return new SseItem<Tick>(Tick.Of(job, language), "done");
    }

    /// <summary>What a page shows of a job's progress; the figures are written out by the server, in one place.</summary>
    private sealed record Tick(long Done, long Total, string Figures, string Text)
    {
        public static Tick Of(ImportJob job, Language language)
        {
            ImportProgress progress = job.Progress;
            return new Tick(
                progress.Done,
                progress.Total,
                progress.Total == 0 ? "" : $"{Tongue.Number(progress.Done)} / {Tongue.Number(progress.Total)}",
                progress.Text(language));
        }
    }
}
