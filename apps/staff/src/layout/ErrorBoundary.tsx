import { Component, type ReactNode } from 'react';
import { forgetFailures } from './later';
import { SomethingWrong } from './PlainPages';

/** Keeps a page that broke from taking the menu with it; another address starts afresh. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate(before: { at: string }): void {
    if (this.state.broken && before.at !== this.props.at) this.setState({ broken: false });
  }

  again = (): void => {
    forgetFailures();
    this.setState({ broken: false });
  };

  override render(): ReactNode {
    return this.state.broken ? <SomethingWrong resetErrorBoundary={this.again} /> : this.props.children;
  }
}
