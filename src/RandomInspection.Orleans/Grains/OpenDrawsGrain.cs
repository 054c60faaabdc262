using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>Keeps the open draws, and when those that are over are to be looked at again.</summary>
internal sealed class OpenDrawsGrain([PersistentState("open", DrawStorage.Name)] IPersistentState<OpenDraws> open, TimeProvider clock) : Grain, IOpenDrawsGrain
{
    public Task AddAsync(string draw) => open.State.Draws.Contains(draw) ? Task.CompletedTask : SaveAsync([.. open.State.Draws, draw], Closed(draw));

    public Task RemoveAsync(string draw, long? due)
    {
        ClosedDraw[] closed = due is { } at ? [.. Closed(draw), new ClosedDraw(draw, at)] : Closed(draw);
        bool isSame = !open.State.Draws.Contains(draw) && closed.Length == open.State.Closed.Length && (due is null || open.State.Closed.Contains(new ClosedDraw(draw, due.Value)));
        return isSame ? Task.CompletedTask : SaveAsync([.. open.State.Draws.Where(other => other != draw)], closed);
    }

    public Task<string[]> ListAsync()
    {
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return Task.FromResult<string[]>([.. open.State.Draws, .. open.State.Closed.Where(closed => closed.Due <= now).Select(closed => closed.Draw)]);
    }

    private ClosedDraw[] Closed(string but) => [.. open.State.Closed.Where(closed => closed.Draw != but)];

    private async Task SaveAsync(string[] draws, ClosedDraw[] closed)
    {
        OpenDraws before = open.State;
        open.State = new OpenDraws { Draws = draws, Closed = closed };
        try
        {
            await open.WriteStateAsync();
        }
        catch
        {
            open.State = before;
            DeactivateOnIdle(); // another one may have written: read it anew
            throw;
        }
    }
}
