namespace RandomInspection.Drawing.Scale;

/// <summary>What one thread does with blocks.</summary>
internal interface IBlockWorker
{
    /// <summary>Works on a block.</summary>
    /// <param name="number">The block's place in the frame, from 0.</param>
    /// <param name="block">The block, complete.</param>
    void Take(long number, FrameBlock block);
}

/// <summary>One reading of a frame by several threads.</summary>
internal static class FrameBlocks
{
    /// <summary>Gives every block to one of the workers.</summary>
    /// <param name="source">The frame.</param>
    /// <param name="workers">One for each thread.</param>
    /// <param name="progress">Is told how many units are done, from any thread, one at a time.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <remarks>Of several blocks that are refused it is the first of the frame whose refusal is thrown, however the threads ran.</remarks>
    public static void Read(IFrameSource source, IReadOnlyList<IBlockWorker> workers, IProgress<long>? progress, CancellationToken cancellation)
    {
        using IFrameReader reader = source.Open();
        Lock reading = new(), reporting = new();
        (long Number, Exception Why)? failed = null;
        long taken = 0, done = 0;
        bool ended = false;
        Thread[] others = [.. workers.Skip(1).Select(worker => new Thread(() => Work(worker)) { IsBackground = true })];
        foreach (Thread thread in others)
        {
            thread.Start();
        }

        Work(workers[0]);
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        cancellation.ThrowIfCancellationRequested();
        if (failed is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first.Why);
        }

        void Work(IBlockWorker worker)
        {
            FrameBlock spare = new();
            while (true)
            {
                FrameBlock? block;
                long number;
                lock (reading)
                {
                    number = taken;
                    if (ended || cancellation.IsCancellationRequested)
                    {
                        return;
                    }

                    try
                    {
                        block = reader.Next(spare);
                        ended = block is null;
                        taken++;
                    }
                    catch (Exception e)
                    {
                        Fail(number, e);
                        return;
                    }
                }

                if (block is null)
                {
                    return;
                }

                try
                {
                    reader.Complete(block);
                    worker.Take(number, block);
                    if (progress is not null)
                    {
                        lock (reporting)
                        {
                            done += block.Count;
                            progress.Report(done);
                        }
                    }
                }
                catch (Exception e)
                {
                    lock (reading)
                    {
                        Fail(number, e);
                    }

                    return;
                }
            }
        }

        // Blocks before this one are with other threads, which go on to their ends: the first of the frame is known when all have joined.
        void Fail(long number, Exception why)
        {
            ended = true;
            if (failed is not { } known || number < known.Number)
            {
                failed = (number, why);
            }
        }
    }
}
