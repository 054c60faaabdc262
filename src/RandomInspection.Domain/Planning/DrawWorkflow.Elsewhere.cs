using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <content>Draws that are done elsewhere, on a cluster: how far they are, calling them off, letting them go on. The log knows nothing of it; the record has the same bytes.</content>
public sealed partial class DrawWorkflow
{
    /// <summary>Whether tasks are drawn elsewhere than in this process.</summary>
    public bool DrawsElsewhere => elsewhere is not null;

    /// <summary>How far a draw's tasks are; none where they are drawn here, nothing is under way, or all is over.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="RefusalException">There is no such draw (RI2011); role (RI2013) or department (RI2012); nobody answers.</exception>
    public async Task<ImmutableArray<TaskDrawProgress>> ProgressAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        ImmutableArray<TaskDrawProgress>.Builder found = ImmutableArray.CreateBuilder<TaskDrawProgress>();
        foreach (FrozenTask task in await UnderWayAsync(acting, draw, cancellation))
        {
            if (await elsewhere!.ProgressAsync(draw, task.TaskId, cancellation) is { } progress)
            {
                found.Add(progress);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>Calls off what is under way elsewhere. The ceremony stays as it is: its seed is fixed, and drawing again gives the same.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RefusalException">As <see cref="ProgressAsync"/>.</exception>
    public async Task CancelElsewhereAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        foreach (FrozenTask task in await UnderWayAsync(acting, draw, cancellation))
        {
            await elsewhere!.CancelAsync(draw, task.TaskId, cancellation);
        }
    }

    /// <summary>Lets go on what stopped elsewhere.</summary>
    /// <param name="acting">A drawing operator of the drawing department.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RefusalException">As <see cref="ProgressAsync"/>.</exception>
    public async Task ResumeElsewhereAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        foreach (FrozenTask task in await UnderWayAsync(acting, draw, cancellation))
        {
            await elsewhere!.ResumeAsync(draw, task.TaskId, cancellation);
        }
    }

    private async Task<DrawResult> ResultAsync(DrawCeremony ceremony, FrozenTask task, Frame frame, Seed seed, CancellationToken cancellation)
    {
        DrawDesign design = DesignDocument.Parse(task.Design).Design;
        return elsewhere is null
            ? engine.Draw(frame, design, seed, ceremony.Preparation.Hash)
            : await elsewhere.DrawAsync(
                new TaskDraw(ceremony.Id, task.TaskId, task.FrameFile, frame, await FrameKeyAsync(ceremony.Id, task.TaskId, cancellation), design, seed, ceremony.Preparation.Hash), cancellation);
    }

    /// <summary>The record is written; what is kept elsewhere after that ends by itself some day.</summary>
    private async Task EndElsewhereAsync(DrawCeremony ceremony)
    {
        if (elsewhere is null)
        {
            return;
        }

        foreach (FrozenTask task in ceremony.Preparation.Tasks)
        {
            try
            {
                await elsewhere.EndAsync(ceremony.Id, task.TaskId, CancellationToken.None);
            }
            catch (RefusalException)
            {
                // Nobody answers: the draw is done all the same.
            }
        }
    }

    private async Task<ImmutableArray<FrozenTask>> UnderWayAsync(Acting acting, string draw, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        DrawCeremony ceremony = await FindAsync(draw, cancellation);
        _ = acting.As(CeremonySteps.Draw, ceremony.Preparation.DepartmentId);
        return elsewhere is null || ceremony.Status != CeremonyStatus.Ready ? [] : ceremony.Preparation.Tasks;
    }
}
