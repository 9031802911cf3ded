import { Component, type ReactNode } from 'react';
import { Failed } from './Failed';
import { forgetFailures } from './later';
import { Section } from './Section';

interface AloneProps {
  /** The heading of the card, which stays when its content cannot be shown; none for a part of a card. */
  title?: string;
  children: ReactNode;
}

/** A card that fails by itself: whatever goes wrong inside, the rest of the page can be used. */
export class Alone extends Component<AloneProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  /** Something else is to be shown, and that may do; what broke here does not change what stands above it, so this ends. */
  override componentDidUpdate(before: AloneProps): void {
    if (this.state.broken && before.children !== this.props.children) this.setState({ broken: false });
  }

  again = (): void => {
    forgetFailures();
    this.setState({ broken: false });
  };

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const failed = <Failed onAgain={this.again} />;
    if (!this.props.title) return failed;
    return (
      <Section title={this.props.title} flush>
        {failed}
      </Section>
    );
  }
}
