using Orleans.Serialization;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>A draw's state as its grain sees it; in the storage it is sealed. One writing at a time.</summary>
internal sealed class DrawStore(string draw, IPersistentState<SealedState> stored, DrawSeal seal, Serializer serializer) : IDisposable
{
    private readonly SemaphoreSlim _saving = new(1);

    public DrawState State { get; private set; } = new();

    /// <summary>Why what is stored cannot be read on this silo; nothing is written then.</summary>
    public RefusalMessage? Unreadable { get; private set; }

    public void Open()
    {
        if (!stored.RecordExists)
        {
            return;
        }

        try
        {
            State = serializer.Deserialize<DrawState>(seal.Open(draw, stored.State.Content))!;
        }
        catch (InputRefusedException refused)
        {
            Unreadable = RefusalMessage.Of(refused.Refusal);
        }
    }

    /// <summary>Stores a change; none where the state has meanwhile become another.</summary>
    public async Task<bool> SaveAsync(Func<DrawState, DrawState?> change, CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        SealedState before = stored.State;
        try
        {
            if (Unreadable is not null || change(State) is not { } after)
            {
                return false;
            }

            stored.State = new SealedState { Content = seal.Seal(draw, serializer.SerializeToArray(after)) };
            await stored.WriteStateAsync(CancellationToken.None); // whole or not at all
            State = after;
            return true;
        }
        catch
        {
            stored.State = before;
            throw;
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Deletes what is stored.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        try
        {
            await stored.ClearStateAsync(CancellationToken.None);
            State = new DrawState();
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose() => _saving.Dispose();
}
