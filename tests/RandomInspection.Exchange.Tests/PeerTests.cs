using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using NodaTime;
using NodaTime.Extensions;
using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary>The envelope is what the CloudEvents SDK reads and writes.</summary>
public sealed class PeerTests
{
    [Fact]
    public void Envelope_ReadByTheSdk_ItsMembers()
    {
        ExchangeMessage sent = ExchangeMessage.Of("https://amr.shenyang.example/ledger", "publication-7", ExchangeTypes.Publication, "D2026-0001", 2, Instant.FromUtc(2026, 11, 23, 1, 2, 3), """{"名":"沈阳"}""");
        CloudEvent read = new JsonEventFormatter().DecodeStructuredModeMessage(sent.ToBytes(), null, null);
        Assert.Equal(
            (sent.Id, sent.Source, sent.Type, sent.Subject, sent.Time.ToDateTimeOffset(), "2", sent.Digest),
            (read.Id!, read.Source!.ToString(), read.Type!, read.Subject!, read.Time!.Value, (string)read["sequence"]!, (string)read["datadigest"]!));
        Assert.Equal("沈阳", ((JsonElement)read.Data!).GetProperty("名").GetString());
        Assert.Empty(read.Validate().GetPopulatedAttributes().Select(pair => pair.Key.Name).Except(["id", "source", "type", "subject", "time", "datacontenttype", "sequence", "datadigest"]));
    }

    [Fact]
    public void Envelope_WrittenByTheSdk_Read()
    {
        CloudEvent written = new()
        {
            Id = "m-1",
            Source = new Uri("https://province.example"),
            Type = ExchangeTypes.Subjects,
            Subject = "subjects",
            Time = Instant.FromUtc(2026, 11, 23, 1, 2, 3).ToDateTimeOffset(),
            Data = new { subjects = Array.Empty<string>() },
        };
        written.SetAttributeFromString("sequence", "5");
        ExchangeMessage read = ExchangeMessage.Parse(new JsonEventFormatter().EncodeStructuredModeMessage(written, out _));
        Assert.Equal(("m-1", ExchangeTypes.Subjects, "subjects", 5L, "{\"subjects\":[]}"), (read.Id, read.Type, read.Subject, read.Sequence!.Value, read.Data));
    }
}
