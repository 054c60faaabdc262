using Orleans.Serialization;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>How many bytes a draw's messages have, as the cluster serializes them.</summary>
internal sealed class MessageBytes(Serializer serializer, long sent, long received)
{
    public long AllSent { get; private set; } = sent;

    public long AllReceived { get; private set; } = received;

    /// <summary>Counts a message, and says how long it is.</summary>
    public long Sent(JobMessage job)
    {
        long bytes = serializer.SerializeToArray(job).Length;
        AllSent += bytes;
        return bytes;
    }

    /// <summary>Counts an answer, and says how long it is.</summary>
    public long Received(AnswerMessage answer)
    {
        long bytes = serializer.SerializeToArray(answer).Length;
        AllReceived += bytes;
        return bytes;
    }
}
