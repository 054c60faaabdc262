using System.Collections.Immutable;
using System.Net;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary>A name that leads into an inner network leads nobody there: what is connected to is what was looked at.</summary>
public sealed class NetworkTests
{
    private static readonly ExchangeOptions Usual = new() { Source = "https://amr.shenyang.example/ledger" };

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    public void Require_InnerAddress_RI9170EvenBesideAnOuterOne(string address) => Assert.Equal(
        "RI9170",
        Assert.Throws<InputRefusedException>(() => GuardedConnection.Require(Usual, "province.example", [IPAddress.Parse("93.184.215.14"), IPAddress.Parse(address)])).Refusal.Code);

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f::1")]
    public void Require_OuterAddress_LetThrough(string address) => GuardedConnection.Require(Usual, "province.example", [IPAddress.Parse(address)]);

    [Fact]
    public void Require_AllowedNetwork_LetThroughAndNoOther()
    {
        ExchangeOptions inside = Usual with { Networks = [IPNetwork.Parse("10.20.0.0/16")] };
        GuardedConnection.Require(inside, "city.example", [IPAddress.Parse("10.20.1.1")]);
        Assert.Throws<InputRefusedException>(() => GuardedConnection.Require(inside, "city.example", [IPAddress.Parse("10.21.1.1")]));
    }

    /// <summary>By the client itself: a name that resolves to this machine is not connected to, and the failure says why.</summary>
    [Fact]
    public async Task SendAsync_NameOfThisMachine_NotConnected()
    {
        Uri address = new("https://localhost:9/in");
        ExchangePartner partner = FrontHost.Province with { Addresses = [address], SendTo = address };
        OutboundMessage message = new("province", 1, "m-1", "A", "{}", "", OutboundStatus.Waiting, 0, null, Instant.FromUtc(2026, 11, 23, 1, 0), null, null);
        using HttpClient client = WebhookSender.Client(Usual);
        SendOutcome outcome = await new WebhookSender(client, Usual).SendAsync(partner, message, Instant.FromUtc(2026, 11, 23, 1, 0), TestContext.Current.CancellationToken);
        string error = Assert.IsType<SendOutcome.Failed>(outcome).Error;
        Assert.Matches("^RI9170：[^\n]*[\u4e00-\u9fff]", FrontReason.In(error, Language.Chinese));
        Assert.Matches("^RI9170: [ -~]+$", FrontReason.In(error, Language.English));
    }
}
