using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace RandomInspection.Tests;

/// <summary>A grain storage that outlives the silos of a test, as a database does.</summary>
internal sealed class SharedStorage
{
    private readonly ConcurrentDictionary<string, (long Version, byte[] Content)> _rows = new();

    /// <summary>What is stored, as it is stored.</summary>
    public IReadOnlyDictionary<string, byte[]> Rows => _rows.ToDictionary(row => row.Key, row => row.Value.Content);

    public IGrainStorage Of(Serializer serializer, IActivatorProvider activators) => new Storage(this, serializer, activators);

    private sealed class Storage(SharedStorage shared, Serializer serializer, IActivatorProvider activators) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            bool isThere = shared._rows.TryGetValue($"{grainId}|{stateName}", out (long Version, byte[] Content) row);
            grainState.State = isThere ? serializer.Deserialize<T>(row.Content) : activators.GetActivator<T>().Create();
            (grainState.ETag, grainState.RecordExists) = (isThere ? row.Version.ToString(CultureInfo.InvariantCulture) : null, isThere);
            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            lock (shared._rows)
            {
                bool isThere = shared._rows.TryGetValue($"{grainId}|{stateName}", out (long Version, byte[] Content) row);
                if ((isThere ? row.Version.ToString(CultureInfo.InvariantCulture) : null) != grainState.ETag)
                {
                    throw new InconsistentStateException("Another grain has written.", row.Version.ToString(CultureInfo.InvariantCulture), grainState.ETag ?? "");
                }

                shared._rows[$"{grainId}|{stateName}"] = (row.Version + 1, serializer.SerializeToArray(grainState.State));
                (grainState.ETag, grainState.RecordExists) = ((row.Version + 1).ToString(CultureInfo.InvariantCulture), true);
            }

            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            shared._rows.TryRemove($"{grainId}|{stateName}", out _);
            (grainState.State, grainState.ETag, grainState.RecordExists) = (activators.GetActivator<T>().Create(), null, false);
            return Task.CompletedTask;
        }
    }
}
