using Orleans.Serialization;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>How many bytes a draw's messages have, as the cluster serializes them.</summary>
internal sealed class MessageBytes(Serializer serializer, long sent, long received)
{
    public long AllSent { get; private set; } = sent;

    public long AllReceived { get; private set; } = received;

    public void Sent(JobMessage job) => AllSent += serializer.SerializeToArray(job).Length;

    public void Received(AnswerMessage answer) => AllReceived += serializer.SerializeToArray(answer).Length;
}
