using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Exchange;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Exchange;

/// <summary>Signatures: right, wrong, old, of a former key, of no key; the vector is the one of the Standard Webhooks documentation.</summary>
public sealed class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");
    private static readonly WebhookKey.Secret Key = (WebhookKey.Secret)WebhookKey.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly WebhookKey.Secret Other = (WebhookKey.Secret)WebhookKey.Parse("whsec_" + Convert.ToBase64String(new byte[32]));
    private static readonly Instant Now = Instant.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void By_VectorOfTheStandard_ItsSignature() => Assert.Equal(Signature, WebhookSignature.By(Key, Id, Timestamp, Body));

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Refuse_WithinTheWindow_Believed(int seconds) =>
        Assert.Null(WebhookSignature.Refuse([Key], Id, Timestamp, Signature, Body, Now + Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86400)]
    public void Refuse_Old_RI9154(int seconds) =>
        Assert.Equal("RI9154", WebhookSignature.Refuse([Key], Id, Timestamp, Signature, Body, Now + Duration.FromSeconds(seconds))?.Code);

    [Fact]
    public void Refuse_AnythingChanged_RI9153()
    {
        Assert.Equal("RI9153", WebhookSignature.Refuse([Key], Id + "x", Timestamp, Signature, Body, Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([Key], Id, "1614265331", Signature, Body, Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([Key], Id, Timestamp, Signature, Body.AsSpan(1), Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([Other], Id, Timestamp, Signature, Body, Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([], Id, Timestamp, Signature, Body, Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([Key], Id, Timestamp, "v1,AAAA v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Body, Now)?.Code);
    }

    [Fact]
    public void Refuse_WhileKeysChange_EitherIsBelieved()
    {
        string both = $"{WebhookSignature.By(Other, Id, Timestamp, Body)} {Signature}";
        Assert.Null(WebhookSignature.Refuse([Key], Id, Timestamp, both, Body, Now)); // the sender has a new key, the receiver the old one
        Assert.Null(WebhookSignature.Refuse([Other, Key], Id, Timestamp, Signature, Body, Now)); // and the other way round
        Assert.Equal("RI9153", WebhookSignature.Refuse([Other], Id, Timestamp, Signature, Body, Now)?.Code); // once it is over
    }

    [Theory]
    [InlineData(null, Timestamp, Signature)]
    [InlineData("", Timestamp, Signature)]
    [InlineData(Id, null, Signature)]
    [InlineData(Id, "16142653x0", Signature)]
    [InlineData(Id, "-1614265330", Signature)]
    [InlineData(Id, Timestamp, null)]
    [InlineData(Id, Timestamp, "")]
    public void Refuse_HeaderMissing_RI9155(string? id, string? timestamp, string? signature) =>
        Assert.Equal("RI9155", WebhookSignature.Refuse([Key], id, timestamp, signature, Body, Now)?.Code);

    [Fact]
    public async Task ByAsync_OwnKey_KnownByItsPublicKeyOnly()
    {
        using ECDsa own = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string signature = await WebhookSignature.ByAsync(new EcdsaP256Signer(own), Id, Timestamp, Body, TestContext.Current.CancellationToken);
        Assert.StartsWith("v1es256,", signature, StringComparison.Ordinal);
        Assert.Null(WebhookSignature.Refuse([WebhookKey.Parse(EcdsaP256.PublicKey(own))], Id, Timestamp, signature, Body, Now));
        Assert.Equal("RI9153", WebhookSignature.Refuse([WebhookKey.Parse(EcdsaP256.PublicKey(other))], Id, Timestamp, signature, Body, Now)?.Code);
        Assert.Equal("RI9153", WebhookSignature.Refuse([Key], Id, Timestamp, signature, Body, Now)?.Code);

        // Whoever knows the scheme by another way of computing finds the same: the signed bytes are "id.timestamp.body".
        Assert.True(own.VerifyData((byte[])[.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Body], Convert.FromBase64String(signature[8..]), HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all, is it?")]
    [InlineData("ecdsa-p256:AAAA")]
    public void Parse_NoKey_RI9156AndNotRepeated(string text)
    {
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => WebhookKey.Parse(text));
        Assert.Equal("RI9156", refused.Refusal.Code);
        Assert.True(text.Length < 7 || !refused.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void ToString_Secret_SaysNothing() => Assert.DoesNotContain(Key.Bytes.ToArray().Aggregate("", (text, one) => text + one), $"{Key}", StringComparison.Ordinal);
}
