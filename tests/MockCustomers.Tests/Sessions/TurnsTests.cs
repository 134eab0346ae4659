using MockCustomers.Sessions;

namespace MockCustomers.Tests.Sessions;

public sealed class TurnsTests
{
    private readonly Turns turns = new();

    [Fact]
    public async Task Who_comes_alone_acts_at_once()
    {
        var asked = turns.TakeAsync(20, static value => value + 1).AsTask();
        asked.IsCompletedSuccessfully.ShouldBeTrue();
        (await asked).ShouldBe(21);
    }

    [Fact]
    public async Task Who_comes_while_another_acts_goes_on_and_acts_later()
    {
        using var begun = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var first = Task.Run(() => turns.Take(() =>
        {
            begun.Set();
            released.Wait(TestContext.Current.CancellationToken);
        }), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);

        var later = Enumerable.Range(0, 100).Select(i => turns.TakeAsync(i, static value => value).AsTask()).ToList();
        later.ShouldAllBe(asked => !asked.IsCompleted);

        released.Set();
        await first;
        (await Task.WhenAll(later)).ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task Two_never_act_at_once_and_everybody_has_a_turn()
    {
        var (acting, most, count) = (0, 0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, 20_000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
        {
            if (i % 100 == 0) turns.Take(Act);
            else (await turns.TakeAsync(i, value => { Act(); return value; })).ShouldBe(i);
        });
        most.ShouldBe(1);
        count.ShouldBe(20_000);

        void Act()
        {
            most = Math.Max(most, Interlocked.Increment(ref acting));
            count++;
            Interlocked.Decrement(ref acting);
        }
    }

    [Fact]
    public async Task What_fails_fails_for_whom_it_was_done_and_for_nobody_else()
    {
        using var released = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var first = Task.Run(() => turns.Take(() =>
        {
            begun.Set();
            released.Wait(TestContext.Current.CancellationToken);
            throw new InvalidOperationException("first");
        }), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        var failing = turns.TakeAsync(0, static int (_) => throw new InvalidOperationException("second")).AsTask();
        var following = turns.TakeAsync(3, static value => value).AsTask();
        released.Set();

        (await Should.ThrowAsync<InvalidOperationException>(first)).Message.ShouldBe("first");
        (await Should.ThrowAsync<InvalidOperationException>(failing)).Message.ShouldBe("second");
        (await following).ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => turns.TakeAsync(0, static int (_) => throw new InvalidOperationException("at once")).AsTask()).Message.ShouldBe("at once");
    }
}
