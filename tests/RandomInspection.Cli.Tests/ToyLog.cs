using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>A log on a port of this machine that answers as the pages for machines do, and lies if it is told to.</summary>
internal sealed class ToyLog : IDisposable
{
    public const string Origin = "amr.shenyang.example/ledger";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpListener _listener;
    private readonly CheckpointSigner _signer;
    private readonly Task _serving;

    public ToyLog()
    {
        _signer = new CheckpointSigner(Origin, new SignatureAlgorithms(), new EcdsaP256Signer(_key));
        (_listener, Address) = Listen();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public string Key => _signer.Key!.ToString();

    /// <summary>What its entries follow from; another text is another past.</summary>
    public string Past { get; set; } = "a log";

    public int Size { get; set; }

    public List<string> HandedIn { get; } = [];

    public string Checkpoint(int size) => Growth(size, size).Split("\n\n", 2)[1];

    public string Leaf(int sequence) => $"{Past} {sequence}";

    public string Growth(int from, int size)
    {
        MerkleProofPlan plan = MerkleProofs.Consistency(from, size);
        (MerkleFrontier frontier, Dictionary<TreeNode, byte[]> kept) = Tree(size);
        return $"old {from}\n{Lines(plan, kept)}\n{Signed(frontier)}";
    }

    public string Proof(int sequence, int size)
    {
        MerkleProofPlan plan = MerkleProofs.Inclusion(sequence - 1, size);
        (MerkleFrontier frontier, Dictionary<TreeNode, byte[]> kept) = Tree(size);
        return $"c2sp.org/tlog-proof@v1\nindex {sequence - 1}\n{Lines(plan, kept)}\n{Signed(frontier)}";
    }

    public void Dispose()
    {
        _listener.Close();
        _key.Dispose();
    }

    private static string Lines(MerkleProofPlan plan, Dictionary<TreeNode, byte[]> kept) =>
        string.Concat(plan.Make(LedgerLeaf.Tree, [.. plan.Nodes.Select(node => kept[node])]).Select(hash => Convert.ToBase64String(hash) + "\n"));

    private string Signed(MerkleFrontier frontier) =>
        _signer.SignAsync(new LedgerHead(frontier.Size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree))), CancellationToken.None).AsTask().GetAwaiter().GetResult()!.ToString();

    private (MerkleFrontier Frontier, Dictionary<TreeNode, byte[]> Kept) Tree(int size)
    {
        Dictionary<TreeNode, byte[]> kept = [];
        MerkleFrontier frontier = MerkleFrontier.Empty;
        for (int sequence = 1; sequence <= size; sequence++)
        {
            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(Encoding.UTF8.GetBytes(Leaf(sequence))), kept.Add);
        }

        return (frontier, kept);
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            string answer = "";
            string path = context.Request.Url!.AbsolutePath["/ledger".Length..];
            int from = int.Parse(context.Request.QueryString["from"] ?? "0", CultureInfo.InvariantCulture);
            if (path == "/cosignatures" && context.Request.HttpMethod == "POST")
            {
                using StreamReader reader = new(context.Request.InputStream, Encoding.UTF8);
                HandedIn.Add(await reader.ReadToEndAsync());
            }
            else if (path == "/checkpoint.txt")
            {
                answer = Checkpoint(Size);
            }
            else if (path == "/growth.txt" && from <= Size)
            {
                answer = Growth(from, Size);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }

    /// <summary>On the first free port from one that chance names.</summary>
    private static (HttpListener Listener, string Address) Listen()
    {
        for (int port = 20_000 + RandomNumberGenerator.GetInt32(30_000); ; port++)
        {
            string address = $"http://127.0.0.1:{port}/ledger";
            HttpListener listener = new();
            listener.Prefixes.Add(address + "/");
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                // One that could not start is disposed by itself.
            }
        }
    }
}
