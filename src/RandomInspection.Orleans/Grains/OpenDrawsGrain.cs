using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>Keeps the open draws.</summary>
internal sealed class OpenDrawsGrain([PersistentState("open", DrawStorage.Name)] IPersistentState<OpenDraws> open) : Grain, IOpenDrawsGrain
{
    public Task AddAsync(string draw) => open.State.Draws.Contains(draw) ? Task.CompletedTask : SaveAsync([.. open.State.Draws, draw]);

    public Task RemoveAsync(string draw) => open.State.Draws.Contains(draw) ? SaveAsync([.. open.State.Draws.Where(other => other != draw)]) : Task.CompletedTask;

    public Task<string[]> ListAsync() => Task.FromResult(open.State.Draws);

    private async Task SaveAsync(string[] draws)
    {
        OpenDraws before = open.State;
        open.State = new OpenDraws { Draws = draws };
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
